using static Camunda.ExternalTask.WorkerEventKind;
using static Microsoft.Extensions.Logging.LogLevel;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>
/// The table of the worker's events: log id, level, message and metric. <c>docs/observability.md</c> shows it. No message contains the
/// value of a variable.
/// </summary>
internal static class EventTable
{
    private const string Task = "task {TaskId} of topic {Topic}";

    private static readonly EventRow[] Rows = Index(
    [
        new(WorkerStarted, 1000, Information, "Worker {WorkerId} started[. Topics: {Topics}][. Engine: {Engine}]"),
        new(WorkerStopping, 1002, Information, "Worker {WorkerId} is stopping"),
        new(WorkerStopped, 1003, Information, "Worker {WorkerId} stopped"),
        new(ShutdownForced, 1004, Warning, "The host stopped waiting for the worker, which leaves {Count} tasks locked until the lock expires"),
        new(InternalError, 1005, Critical, "Unexpected internal error; the worker continues"),
        new(WorkerDelayed, 1008, Warning, "The worker's timer ran {Duration} late: handlers or other code block the threads of the thread pool, and locks may expire"),
        new(ObserverFailed, 1006, Warning, "Observer {Message} threw ({Count} times so far)") { IsObserved = false },
        new(TelemetryFailed, 1007, Warning, "A listener of the worker's metrics or activities threw ({Count} times so far)") { IsObserved = false },
        new(Subscribed, 1010, Debug, "Subscribed to topic {Topic}"),
        new(Unsubscribed, 1011, Debug, "Unsubscribed from topic {Topic}"),
        new(WorkSummary, 1009, Information, "Completed {Completed}, failed {Failed}, incidents {Incidents}[, BPMN errors {BpmnErrors}][, other {Other}]"),
        new(SettingsApplied, 1012, Information, "The configuration was reloaded[. Applied: {Applied}][. Takes effect with the next start of the process: {Pending}]"),
        new(SettingsRefused, 1013, Error, "The reloaded configuration is invalid; the worker keeps the settings that it has[. {Message}]"),

        new(PollStarted, 1100, Trace, "Polling for up to {Count} tasks of {Topics}"),
        new(PollSucceeded, 1101, Debug, "Fetched {Count} tasks of {Topics} in {Duration}") { Metric = new(EventInstrument.Polls) },
        new(PollFailed, 1102, Debug, "Poll for {Topics} failed ({Attempt} in a row)[: {Error}]") { Metric = new(EventInstrument.Polls, "error"), Call = "fetchAndLock" },
        new(OutageBegan, 1103, Error, "The engine cannot be polled; the worker keeps trying[: {Error}]") { Call = "fetchAndLock" },
        new(OutageEnded, 1104, Information, "The engine can be polled again after {Duration}"),
        new(PollsShortened, 1105, Warning, "An intermediary ended polls after {Duration}; the worker sends shorter polls from now on[: {Error}]") { Call = "fetchAndLock" },
        new(UnknownTopic, 1107, Error, "The engine delivered task {TaskId} of a topic that the poll did not request; the worker releases it"),
        new(OrphansFound, 1108, Warning, "Releasing {Count} tasks that the engine has locked and no worker has received"),
        new(BackoffStrategyFailed, 1109, Error, "The back-off strategy failed; the worker uses the default delay until the strategy succeeds[: {Error}]"),
        new(OrphanReleased, 1110, Debug, "Released task {TaskId}, which no worker had received") { Metric = new(EventInstrument.Orphans) },
        new(OrphanReleaseFailed, 1111, Debug, "Task {TaskId}, which no worker received, could not be released yet[: {Error}]") { Call = "unlock" },

        new(FirstTaskStarted, 1215, Information, $"Started the first {Task}; further ones are logged at level Debug") { IsObserved = false },
        new(HandlerRunsLong, 1216, Warning, $"The handler of {Task}, process instance {{ProcessInstanceId}}, still runs after {{Duration}}")
        {
            Metric = new(EventInstrument.LongHandlers),
        },
        new(TaskStarted, 1200, Debug, $"Started {Task}") { Metric = new(EventInstrument.HandlerStarts) },
        new(HandlerSucceeded, 1213, Trace, $"The handler of {Task} returned {{Outcome}} after {{Duration}}") { Metric = new(EventInstrument.HandlerEnds) },
        new(HandlerFailed, 1214, Trace, $"The handler of {Task} failed after {{Duration}}[: {{Error}}]") { Metric = new(EventInstrument.HandlerEnds) },
        new(CancellationCallbackFailed, 1212, Error, $"A cancellation callback of the handler of {Task} threw"),
        new(TaskCompleted, 1201, Debug, $"Completed {Task} after {{Duration}}") { Metric = Outcome("completed") },
        new(TaskFailed, 1202, Warning, $"Failed {Task}, process instance {{ProcessInstanceId}}; {{RetriesLeft}} retries left, the next in {{Duration}}[: {{Message}}]")
        {
            Metric = Outcome("failed"),
        },
        new(IncidentCreated, 1203, Error, $"Failed {Task}, process instance {{ProcessInstanceId}}; no retries left, the engine created an incident[: {{Message}}]")
        {
            Metric = Outcome("incident"),
        },
        new(FailureCaught, 1217, Information, $"Failed {Task}, process instance {{ProcessInstanceId}}; the model turned the failure into a BPMN error[: {{Message}}]")
        {
            Metric = Outcome("bpmn_error"),
        },
        new(BpmnErrorReported, 1204, Information, $"Reported BPMN error {{ErrorCode}} for {Task}") { Metric = Outcome("bpmn_error") },
        new(TaskGone, 1207, Information, $"Lost {Task}: it was completed elsewhere or canceled, or its process instance was deleted") { Metric = Outcome("gone") },
        new(DuplicateDelivery, 1208, Warning, $"The engine delivered {Task} again during its processing, because its lock had expired"),
        new(TaskReleased, 1209, Information, $"Released {Task}") { Metric = Outcome("released") },
        new(TaskDetached, 1211, Information, $"Detached {Task}; it waits to be completed with worker id {{Message}}") { Metric = Outcome("detached") },

        new(LockExtended, 1300, Trace, $"Extended the lock of {Task}") { Metric = LockCall("extended") },
        new(LockReacquired, 1301, Information, $"The lock of {Task} had expired; the worker locked it again") { Metric = LockCall("reacquired") },
        new(LockLost, 1302, Warning, $"Lost the lock of {Task}[: {{Error}}]") { Metric = Outcome("lock_lost") },
        new(LockExtensionFailed, 1303, Debug, $"The lock of {Task} could not be extended[: {{Error}}]") { Metric = LockCall("error"), Call = "extendLock" },
        new(LockReacquisitionFailed, 1304, Debug, $"The lock of {Task} had expired and could not be reacquired[: {{Error}}]") { Metric = LockCall("error"), Call = "lock" },

        new(ResultRetried, 1400, Debug, $"Sending the result of {Task} again (attempt {{Attempt}} failed)[: {{Error}}]") { Metric = new(EventInstrument.ResultRetries) },
        new(ResultAssumedDone, 1401, Information, $"Assuming that {Task} is done: the response to an earlier attempt was lost, and the task no longer exists")
        {
            Metric = Outcome("assumed_done"),
        },
        new(ResultRefused, 1402, Error, $"The result of {Task} cannot be delivered and becomes a failure[: {{Error}}]"),
        new(ResultAbandoned, 1403, Error, $"The result of {Task} could not be delivered; the task runs again when its lock has expired[: {{Error}}]")
        {
            Metric = Outcome("abandoned"),
        },
        new(ResultHeld, 1404, Information, $"The process instance of {Task} is suspended; the worker keeps the result and tries again"),
        new(ResultDropped, 1210, Warning, $"Dropped the result of {Task}, because the handler had already lost the task"),
        new(CompletionFailed, 1410, Debug, $"Attempt {{Attempt}} to complete {Task} failed[: {{Error}}]") { Call = "complete" },
        new(FailureReportFailed, 1411, Debug, $"Attempt {{Attempt}} to report the failure of {Task} failed[: {{Error}}]") { Call = "failure" },
        new(BpmnErrorReportFailed, 1412, Debug, $"Attempt {{Attempt}} to report BPMN error {{ErrorCode}} for {Task} failed[: {{Error}}]") { Call = "bpmnError" },
        new(ReleaseFailed, 1413, Debug, $"Attempt {{Attempt}} to release {Task} failed[: {{Error}}]") { Call = "unlock" },
    ]);

    public static IReadOnlyList<EventRow> All => Rows;

    public static EventRow Of(WorkerEventKind kind) => Rows[(int)kind];

    /// <summary>The name of an outcome in metrics and activities.</summary>
    public static string NameOf(TaskOutcomeKind outcome) => Of(outcome switch
    {
        TaskOutcomeKind.BpmnError => BpmnErrorReported,
        TaskOutcomeKind.Failure => TaskFailed,
        TaskOutcomeKind.Incident => IncidentCreated,
        TaskOutcomeKind.Released => TaskReleased,
        TaskOutcomeKind.Detached => TaskDetached,
        _ => TaskCompleted,
    }).Metric!.Tag!;

    private static EventMetric Outcome(string name) => new(EventInstrument.Outcomes, name);

    private static EventMetric LockCall(string result) => new(EventInstrument.LockCalls, result);

    private static EventRow[] Index(EventRow[] rows)
    {
        var indexed = new EventRow[Enum.GetValues<WorkerEventKind>().Length];
        foreach (var row in rows)
        {
            indexed[(int)row.Kind] = row;
        }

        return indexed;
    }
}
