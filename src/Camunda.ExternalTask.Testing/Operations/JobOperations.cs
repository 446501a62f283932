using System.Globalization;
using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Interpreter;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Performs jobs, and records their failures.</summary>
internal static class JobOperations
{
    public static Job Find(EngineState state, string id) => state.Jobs.TryGetValue(id, out var job)
        ? job
        : throw EngineErrors.NotFound($"Job with id {id} does not exist");

    /// <summary>The job that the executor performs next; null if none is due.</summary>
    public static Job? NextDue(EngineState state) => state.Jobs.Values
        .Where(job => job.IsDue(state.Now))
        .OrderBy(static job => job.Data.DueDate ?? DateTimeOffset.MinValue)
        .FirstOrDefault();

    /// <summary>The time at which the next job falls due; null if there is none.</summary>
    public static DateTimeOffset? NextDueDate(EngineState state) => state.Jobs.Values
        .Where(static job => job is { IsSuspended: false, Data.Retries: > 0 })
        .Min(job => job.Data.DueDate ?? state.Now as DateTimeOffset?);

    /// <summary>Records a failure, which uses one of the retries. The retry cycle of the activity tells when the next one is due.</summary>
    public static void Fail(UnitOfWork work, Job job, string message)
    {
        var (retries, interval) = CycleOf(work, job);
        work.State.ChangeJob(job, work.Transaction, data =>
        {
            var left = (data.HasFailed || retries is null ? data.Retries : retries.Value) - 1;
            return data with
            {
                Retries = left,
                HasFailed = true,
                ExceptionMessage = message,
                DueDate = interval is null ? data.DueDate : TimerSchedule.After(work.State.Now, IntervalOf(interval, left)) ?? data.DueDate,
            };
        });
    }

    public static void SetRetries(UnitOfWork work, Job job, int retries)
    {
        Require.NotNegative(retries, "retries");
        work.State.ChangeJob(job, work.Transaction, data => data with { Retries = retries });
    }

    public static void SetDueDate(UnitOfWork work, Job job, DateTimeOffset? due) =>
        work.State.ChangeJob(job, work.Transaction, data => data with { DueDate = due });

    /// <summary>The retries and the intervals of a notation such as <c>R5/PT1M</c> or <c>PT1M,PT10M</c>.</summary>
    private static (int? Retries, string? Intervals) CycleOf(UnitOfWork work, Job job)
    {
        if (job.Node.RetryCycle is not { } cycle || job.Execution is not { } execution)
        {
            return (null, null);
        }

        var text = ExpressionTexts.Show(new ExecutionExpressions(work.State, work.Variables).In(execution).Evaluate(cycle)).Trim();
        if (text is ['R', .. var rest] && rest.Split('/') is [var number, var interval]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var retries))
        {
            return (retries, interval);
        }

        return (text.Split(',').Length + 1, text);
    }

    private static string IntervalOf(string intervals, int retriesLeft)
    {
        var all = intervals.Split(',', StringSplitOptions.TrimEntries);
        return all[Math.Clamp(all.Length - retriesLeft, 0, all.Length - 1)];
    }
}
