using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

internal static class CoreHarnessExtensions
{
    /// <summary>The only event of a kind that the last call reported.</summary>
    public static Occurrence Reported(this CoreHarness harness, WorkerEventKind kind) =>
        Assert.Single(harness.Actions, action => action.Kind == WorkerActionKind.Report && action.Occurrence.Kind == kind).Occurrence;

    /// <summary>The engine cannot be reached with a call.</summary>
    public static void Refuse(this CoreHarness harness, WorkerAction action)
    {
        switch (action.Kind)
        {
            case WorkerActionKind.Settle:
                harness.AnswerSettle(action.Task, CoreHarness.Refused);
                break;
            case WorkerActionKind.ExtendLock or WorkerActionKind.Relock:
                harness.AnswerLock(action.Task, action.Kind == WorkerActionKind.Relock, CoreHarness.Refused);
                break;
            case WorkerActionKind.SendPoll:
                harness.FailPoll(action.Poll, CoreHarness.Refused);
                break;
        }
    }

    /// <summary>A plan whose polls lock tasks for less than the lock duration.</summary>
    public static WorkerPlan WithFetchLock(this WorkerPlan plan, TimeSpan fetchLock) => plan with
    {
        Groups = [.. plan.Groups.Select(group =>
            new GroupPlan(group.Name, group.Slots, [.. group.Subscriptions.Select(subscription => subscription with { FetchLock = fetchLock })]))],
    };
}
