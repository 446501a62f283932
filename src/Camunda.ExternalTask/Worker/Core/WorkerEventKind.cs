namespace Camunda.ExternalTask;

/// <summary>
/// The events of a worker. Observers, the log and the instruments use the same names. Where an event is about a task, <see cref="WorkerEvent.Task"/>,
/// <see cref="WorkerEvent.TaskId"/> and <see cref="WorkerEvent.Topic"/> are set.
/// </summary>
public enum WorkerEventKind
{
    /// <summary>The worker starts to poll: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Engine"/>.</summary>
    WorkerStarted,

    /// <summary>The worker stops and sends no new poll.</summary>
    WorkerStopping,

    /// <summary>The worker has stopped. No handler runs and no result is on its way.</summary>
    WorkerStopped,

    /// <summary>The host stopped waiting for the worker: <see cref="WorkerEvent.Count"/> tasks stay locked until their locks expire.</summary>
    ShutdownForced,

    /// <summary>A defect in the worker; it continues: <see cref="WorkerEvent.Error"/>.</summary>
    InternalError,

    /// <summary>
    /// The worker's timer ran late, because handlers or other code block the threads of the thread pool: <see cref="WorkerEvent.Duration"/>. Locks may
    /// expire. Raised at most once per minute.
    /// </summary>
    WorkerDelayed,

    /// <summary>
    /// An observer threw: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Message"/> its name, <see cref="WorkerEvent.Count"/> exceptions so far.
    /// Only logged.
    /// </summary>
    ObserverFailed,

    /// <summary>A listener of the worker's metrics or activities threw: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Count"/> exceptions so far. Only logged.</summary>
    TelemetryFailed,

    /// <summary>The worker serves a topic: <see cref="WorkerEvent.Topic"/>.</summary>
    Subscribed,

    /// <summary>The worker no longer serves a topic, and none of its handlers runs: <see cref="WorkerEvent.Topic"/>.</summary>
    Unsubscribed,

    /// <summary>The worker sends a poll: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Count"/> tasks requested.</summary>
    PollStarted,

    /// <summary>The engine answered a poll: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Count"/> tasks, <see cref="WorkerEvent.Duration"/>.</summary>
    PollSucceeded,

    /// <summary>
    /// A poll failed, or a stopping worker aborted it: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Duration"/>,
    /// <see cref="WorkerEvent.Attempt"/> failures in a row, <see cref="WorkerEvent.Count"/> tasks that arrived nevertheless.
    /// </summary>
    PollFailed,

    /// <summary>The engine cannot be polled. Raised once per outage: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Error"/>.</summary>
    OutageBegan,

    /// <summary>The engine can be polled again: <see cref="WorkerEvent.Duration"/> of the outage.</summary>
    OutageEnded,

    /// <summary>An intermediary ends polls early, so the worker sends shorter ones: <see cref="WorkerEvent.Duration"/> after which it ended them.</summary>
    PollsShortened,

    /// <summary>The application's back-off strategy threw; the worker uses the default delay until the strategy succeeds: <see cref="WorkerEvent.Error"/>.</summary>
    BackoffStrategyFailed,

    /// <summary>The engine delivered a task of a topic that the poll did not request; the worker releases it: <see cref="WorkerEvent.TaskId"/>.</summary>
    UnknownTopic,

    /// <summary>Tasks are locked although no worker received them; the worker releases them: <see cref="WorkerEvent.Count"/>.</summary>
    OrphansFound,

    /// <summary>The worker released a task that no worker had received: <see cref="WorkerEvent.TaskId"/>.</summary>
    OrphanReleased,

    /// <summary>A task that no worker had received could not be released yet: <see cref="WorkerEvent.TaskId"/>, <see cref="WorkerEvent.Error"/>.</summary>
    OrphanReleaseFailed,

    /// <summary>The worker calls the handler of a task.</summary>
    TaskStarted,

    /// <summary>A handler returned: <see cref="WorkerEvent.Outcome"/>, <see cref="WorkerEvent.Duration"/>.</summary>
    HandlerSucceeded,

    /// <summary>
    /// A handler threw, or its input cannot be read: <see cref="WorkerEvent.Error"/>, the resulting <see cref="WorkerEvent.Outcome"/>,
    /// <see cref="WorkerEvent.Duration"/>.
    /// </summary>
    HandlerFailed,

    /// <summary>A cancellation callback that the handler registered threw: <see cref="WorkerEvent.Error"/>.</summary>
    CancellationCallbackFailed,

    /// <summary>The engine completed the task: <see cref="WorkerEvent.Attempt"/>, <see cref="WorkerEvent.Duration"/> of the handler.</summary>
    TaskCompleted,

    /// <summary>
    /// The engine stored a failure with retries left: <see cref="WorkerEvent.RetriesLeft"/>, <see cref="WorkerEvent.Duration"/> until the next try,
    /// <see cref="WorkerEvent.Message"/>, <see cref="WorkerEvent.Error"/> that the handler threw, <see cref="WorkerEvent.Attempt"/>.
    /// </summary>
    TaskFailed,

    /// <summary>
    /// The engine stored a failure without retries and created an incident: <see cref="WorkerEvent.Message"/>, <see cref="WorkerEvent.Error"/> that
    /// the handler threw, <see cref="WorkerEvent.Attempt"/>.
    /// </summary>
    IncidentCreated,

    /// <summary>The engine accepted a BPMN error: <see cref="WorkerEvent.ErrorCode"/>, <see cref="WorkerEvent.Attempt"/>.</summary>
    BpmnErrorReported,

    /// <summary>The engine released the task, so any worker can fetch it: <see cref="WorkerEvent.Attempt"/>.</summary>
    TaskReleased,

    /// <summary>
    /// The handler detached the task: another program completes it (<see cref="TaskOutcome.Detached"/>), and the worker sends nothing:
    /// <see cref="WorkerEvent.Message"/> the worker id that holds the lock.
    /// </summary>
    TaskDetached,

    /// <summary>The task no longer exists: it was completed elsewhere or canceled, or its process instance was deleted: <see cref="WorkerEvent.Error"/>.</summary>
    TaskGone,

    /// <summary>The engine delivered the task again while the worker was processing it, because its lock had expired.</summary>
    DuplicateDelivery,

    /// <summary>The worker extended the lock, by itself or for the handler: <see cref="WorkerEvent.Duration"/> from now.</summary>
    LockExtended,

    /// <summary>The lock could not be extended: <see cref="WorkerEvent.Error"/>. If it has expired, the worker locks the task again.</summary>
    LockExtensionFailed,

    /// <summary>The lock had expired, and the worker locked the task again: <see cref="WorkerEvent.Duration"/> from now.</summary>
    LockReacquired,

    /// <summary>The lock had expired, and the task could not be locked again: <see cref="WorkerEvent.Error"/>.</summary>
    LockReacquisitionFailed,

    /// <summary>Another worker holds the lock. The handler is canceled, or its result is dropped: <see cref="WorkerEvent.Error"/>.</summary>
    LockLost,

    /// <summary>A completion failed: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Attempt"/>. Another event tells what follows.</summary>
    CompletionFailed,

    /// <summary>
    /// The report of a failure failed: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.RetriesLeft"/>, <see cref="WorkerEvent.Duration"/>,
    /// <see cref="WorkerEvent.Attempt"/>.
    /// </summary>
    FailureReportFailed,

    /// <summary>The report of a BPMN error failed: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.ErrorCode"/>, <see cref="WorkerEvent.Attempt"/>.</summary>
    BpmnErrorReportFailed,

    /// <summary>The task could not be released: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Attempt"/>.</summary>
    ReleaseFailed,

    /// <summary>The worker sends the result again later: <see cref="WorkerEvent.Attempt"/> that failed, <see cref="WorkerEvent.Error"/>.</summary>
    ResultRetried,

    /// <summary>The worker assumes that the result was delivered: the response to an earlier attempt was lost, and the task no longer exists.</summary>
    ResultAssumedDone,

    /// <summary>The engine will never accept the result, or it cannot be written; it becomes a failure: <see cref="WorkerEvent.Error"/>.</summary>
    ResultRefused,

    /// <summary>The result could not be delivered; the task runs again when its lock has expired: <see cref="WorkerEvent.Error"/>.</summary>
    ResultAbandoned,

    /// <summary>The process instance is suspended; the worker keeps the result and tries again: <see cref="WorkerEvent.Error"/>.</summary>
    ResultHeld,

    /// <summary>The worker dropped a handler's result, because the handler had already lost its task.</summary>
    ResultDropped,

    /// <summary>
    /// The tasks of the last minute, or of <see cref="ExternalTaskWorkerOptions.SummaryInterval"/>: <see cref="WorkerEvent.Summary"/>. Not raised while the
    /// worker is idle.
    /// </summary>
    WorkSummary,

    /// <summary>The worker calls a handler of the topic for the first time. Only logged.</summary>
    FirstTaskStarted,

    /// <summary>
    /// A handler runs longer than <see cref="ExternalTaskWorkerOptions.LongRunningAfter"/>: <see cref="WorkerEvent.Duration"/> so far. Raised once per run.
    /// </summary>
    HandlerRunsLong,

    /// <summary>
    /// The configuration was reloaded: <see cref="WorkerEvent.Message"/> the changed settings that apply now, <see cref="WorkerEvent.Pending"/> those that need
    /// a new process.
    /// </summary>
    SettingsApplied,

    /// <summary>The reloaded configuration is invalid, and the worker keeps its settings: <see cref="WorkerEvent.Message"/> the mistakes.</summary>
    SettingsRefused,

    /// <summary>
    /// The engine accepted a failure without retries and created no incident, because an error definition of the model turned the failure into a BPMN error:
    /// <see cref="WorkerEvent.Message"/>, <see cref="WorkerEvent.Error"/> that the handler threw, <see cref="WorkerEvent.Attempt"/>.
    /// </summary>
    FailureCaught,
}
