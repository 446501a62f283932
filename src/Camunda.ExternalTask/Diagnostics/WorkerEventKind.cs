namespace Camunda.ExternalTask;

/// <summary>What can happen in a worker. Where an event is about a task, <see cref="WorkerEvent.Task"/>, <see cref="WorkerEvent.TaskId"/> and <see cref="WorkerEvent.Topic"/> are set.</summary>
public enum WorkerEventKind
{
    /// <summary>The worker starts to poll.</summary>
    WorkerStarted,

    /// <summary>The worker stops: no new poll goes out.</summary>
    WorkerStopping,

    /// <summary>The worker has stopped: nothing is left to be done.</summary>
    WorkerStopped,

    /// <summary>A topic is served from now on: <see cref="WorkerEvent.Topic"/>.</summary>
    Subscribed,

    /// <summary>A topic is no longer served, and no handler of it runs: <see cref="WorkerEvent.Topic"/>.</summary>
    Unsubscribed,

    /// <summary>A poll goes out: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Count"/> how many tasks it asks for.</summary>
    PollStarted,

    /// <summary>A poll was answered: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Count"/> tasks, <see cref="WorkerEvent.Duration"/>.</summary>
    PollSucceeded,

    /// <summary>A poll failed, or was given up because the worker stops: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Duration"/>, <see cref="WorkerEvent.Count"/> tasks that came nevertheless.</summary>
    PollFailed,

    /// <summary>A task's handler is called.</summary>
    TaskStarted,

    /// <summary>A handler has returned: <see cref="WorkerEvent.Outcome"/>, <see cref="WorkerEvent.Duration"/>.</summary>
    HandlerSucceeded,

    /// <summary>A handler has thrown, or its input cannot be read: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Outcome"/> what is made of it, <see cref="WorkerEvent.Duration"/>.</summary>
    HandlerFailed,

    /// <summary>The engine has completed the task: <see cref="WorkerEvent.Attempt"/>.</summary>
    CompleteSucceeded,

    /// <summary>A completion did not succeed: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Attempt"/>. What follows is an event of its own.</summary>
    CompleteFailed,

    /// <summary>The engine has stored the failure: <see cref="WorkerEvent.RetriesLeft"/>, <see cref="WorkerEvent.Duration"/> until the next try, <see cref="WorkerEvent.Attempt"/>.</summary>
    HandleFailureSucceeded,

    /// <summary>The report of a failure did not succeed: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.RetriesLeft"/>, <see cref="WorkerEvent.Duration"/>, <see cref="WorkerEvent.Attempt"/>.</summary>
    HandleFailureFailed,

    /// <summary>The engine has taken the BPMN error: <see cref="WorkerEvent.Attempt"/>.</summary>
    HandleBpmnErrorSucceeded,

    /// <summary>The report of a BPMN error did not succeed: <see cref="WorkerEvent.Error"/>, <see cref="WorkerEvent.Attempt"/>.</summary>
    HandleBpmnErrorFailed,

    /// <summary>The lock is extended, by the worker or by the handler: <see cref="WorkerEvent.Duration"/> from now.</summary>
    ExtendLockSucceeded,

    /// <summary>The lock could not be extended: <see cref="WorkerEvent.Error"/>. If it had expired it is taken again.</summary>
    ExtendLockFailed,

    /// <summary>The lock had expired and is taken again: <see cref="WorkerEvent.Duration"/> from now.</summary>
    LockSucceeded,

    /// <summary>The lock had expired and could not be taken again: <see cref="WorkerEvent.Error"/>.</summary>
    LockFailed,

    /// <summary>The task is given back, or (without <see cref="WorkerEvent.Task"/>) one that was locked for nobody.</summary>
    UnlockSucceeded,

    /// <summary>A task could not be unlocked: <see cref="WorkerEvent.Error"/>.</summary>
    UnlockFailed,

    /// <summary>Another worker has the task: the handler is cancelled, or its result is of no use: <see cref="WorkerEvent.Error"/>.</summary>
    LockLost,

    /// <summary>The task is no longer there: completed elsewhere, cancelled, or its process instance deleted: <see cref="WorkerEvent.Error"/>.</summary>
    TaskGone,

    /// <summary>The handler has left the task to somebody else, who completes it (<see cref="TaskOutcome.Detached"/>); nothing is sent.</summary>
    TaskDetached,

    /// <summary>The task came again while it is worked on, because its lock had expired.</summary>
    DuplicateDelivery,

    /// <summary>A handler's result is dropped: it had been told that it lost the task.</summary>
    ResultDropped,

    /// <summary>A result is sent again later: <see cref="WorkerEvent.Attempt"/> that failed, <see cref="WorkerEvent.Error"/>.</summary>
    ResultRetried,

    /// <summary>The result is taken as delivered: the answer to an earlier attempt was lost, and the task is no longer there.</summary>
    ResultAssumedDone,

    /// <summary>The engine will never take the result, or it cannot be written; it becomes a failure: <see cref="WorkerEvent.Error"/>.</summary>
    ResultRefused,

    /// <summary>The result could not be delivered; the task is run again once its lock is over: <see cref="WorkerEvent.Error"/>.</summary>
    ResultAbandoned,

    /// <summary>The process instance is suspended; the result is kept: <see cref="WorkerEvent.Error"/>.</summary>
    ResultHeld,

    /// <summary>The engine cannot be polled; said once an outage: <see cref="WorkerEvent.Topics"/>, <see cref="WorkerEvent.Error"/>.</summary>
    OutageBegan,

    /// <summary>The engine can be polled again: <see cref="WorkerEvent.Duration"/> of the outage.</summary>
    OutageEnded,

    /// <summary>The application's own back-off strategy has thrown; the default's time is waited until it works again: <see cref="WorkerEvent.Error"/>.</summary>
    BackoffStrategyFailed,

    /// <summary>Something between worker and engine cuts polls, which are shorter from now on: <see cref="WorkerEvent.Duration"/> after which they were cut.</summary>
    PollsShortened,

    /// <summary>The engine delivered a task of a topic nobody asked for; it is unlocked: <see cref="WorkerEvent.TaskId"/>.</summary>
    UnknownTopic,

    /// <summary>Tasks that were locked for nobody are unlocked: <see cref="WorkerEvent.Count"/>.</summary>
    OrphansReclaimed,
}
