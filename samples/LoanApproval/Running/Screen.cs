using System.Globalization;
using Spectre.Console;

namespace LoanApproval.Running;

/// <summary>Shows the progress to the user: a progress bar on a terminal, otherwise plain lines.</summary>
internal sealed class Screen
{
    private static readonly bool IsTerminal = AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;

    public void Say(string line) => Console.WriteLine(line);

    public Task FollowAsync(int count, Func<Progress, Task> work) => IsTerminal ? FollowOnBarsAsync(count, work) : FollowOnLinesAsync(count, work);

    public void Show(LoanOutcome outcome, HandlerWatch watch, TimeSpan elapsed)
    {
        AnsiConsole.Write(OutcomeTable.Of(outcome));
        AnsiConsole.Write(OutcomeTable.Of(outcome, watch, elapsed));
        foreach (var deviation in outcome.Deviations.Take(5))
        {
            Console.WriteLine(deviation);
        }

        Console.WriteLine(outcome.IsRight
            ? "Every application ended as expected, and no task remains."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"FAILED: {outcome.Deviations.Count} applications ended elsewhere, {outcome.Incidents} incidents, {outcome.OpenTasks} tasks remain."));
    }

    private static Task FollowOnBarsAsync(int count, Func<Progress, Task> work) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(bars =>
        {
            var (received, decided) = (bars.AddTask("Applications received", maxValue: count), bars.AddTask("Applications decided", maxValue: count));
            return work(new Progress((receivedCount, decidedCount) => (received.Value, decided.Value) = (receivedCount, decidedCount)));
        });

    private static Task FollowOnLinesAsync(int count, Func<Progress, Task> work)
    {
        var shown = 0;
        return work(new Progress((_, decided) =>
        {
            if (decided * 10 / count > shown)
            {
                shown = decided * 10 / count;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{decided:N0} of {count:N0} decided"));
            }
        }));
    }
}
