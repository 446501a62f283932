using System.Globalization;
using Spectre.Console;

namespace LoanApproval.Running;

/// <summary>Formats the tables at the end of a run.</summary>
internal static class OutcomeTable
{
    public static Table Of(LoanOutcome outcome)
    {
        var table = new Table().AddColumn("Ended at").AddColumn(Number("applications")).AddColumn(Number("expected"));
        foreach (var (ending, (reached, expected)) in outcome.Endings)
        {
            table.AddRow(Words(ending), $"{reached:N0}", $"{expected:N0}");
        }

        return table;
    }

    public static Table Of(LoanOutcome outcome, HandlerWatch watch, TimeSpan elapsed)
    {
        var table = new Table().HideHeaders().AddColumn("").AddColumn(Number(""));
        table.AddRow("BPMN errors caught", $"{outcome.BpmnErrors:N0}");
        table.AddRow("Failures retried", $"{outcome.Failures:N0}");
        table.AddRow("Incidents", $"{outcome.Incidents:N0}");
        table.AddRow("Tasks left locked", $"{outcome.LockedTasks:N0}");
        table.AddRow("Throughput", string.Create(CultureInfo.InvariantCulture, $"{watch.Settled / elapsed.TotalSeconds:N0} tasks/s in {elapsed.TotalSeconds:N1} s"));
        if (watch.Slowest is var (topic, times))
        {
            table.AddRow("Slowest handler", string.Create(
                CultureInfo.InvariantCulture, $"{topic}, {times.Mean.TotalMilliseconds:N1} ms (longest {times.Longest.TotalMilliseconds:N0} ms)"));
        }

        return table;
    }

    private static TableColumn Number(string header) => new TableColumn(header).RightAligned();

    private static string Words(Ending ending) => ending switch
    {
        Ending.LoanGranted => "Loan granted",
        Ending.RequestRejected => "Request rejected",
        _ => "Identification required",
    };
}
