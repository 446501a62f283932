using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The state of a group: its slots, its polls, and when it may poll again.</summary>
internal sealed class WorkerGroup(GroupPlan plan, TimeSpan pollTimeout)
{
    public GroupPlan Plan { get; } = plan;

    /// <summary>Handlers that run (or wait for the one before them of the same task).</summary>
    public int Running { get; set; }

    /// <summary>Results on their way to the engine. Bounded, or an instant handler would lock the whole backlog.</summary>
    public int Settling { get; set; }

    public FetchLimit Limit { get; } = new(plan.Slots);

    public WorkerPoll? LongPoll { get; set; }

    public WorkerPoll? NudgePoll { get; set; }

    /// <summary>How long the engine may hold a poll back; shorter than planned where something between cuts longer ones.</summary>
    public TimeSpan PollTimeout { get; set; } = pollTimeout;

    /// <summary>Polls in a row that something between has cut.</summary>
    public int Cuts { get; set; }

    /// <summary>Failed polls in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Long polls in a row that were answered with nothing.</summary>
    public int EmptyAnswers { get; set; }

    /// <summary>Whether the last long poll was held back by the engine and still brought nothing.</summary>
    public bool HeldBackInVain { get; set; }

    /// <summary>How often the user's own rule is being asked how long to wait.</summary>
    public int BackoffsPending { get; set; }

    public bool IsStrategyFailureReported { get; set; }

    public TimeSpan FailingSince { get; set; }

    /// <summary>Why the last poll failed.</summary>
    public EngineError? LastError { get; set; }

    /// <summary>When the last poll was answered; null: none has been yet.</summary>
    public TimeSpan? LastGoodPoll { get; set; }

    public bool IsOutageReported { get; set; }

    public TimeSpan PollNotBefore { get; set; }

    /// <summary>When own retries fall due: a pending poll does not see them.</summary>
    public PriorityQueue<TimeSpan, TimeSpan> Nudges { get; } = new();

    public TimeSpan NudgeNotBefore { get; set; }

    public int Reserved => (LongPoll?.MaxTasks ?? 0) + (NudgePoll?.MaxTasks ?? 0);

    public int Free => Plan.Slots - Running - Reserved;

    public bool IsPolling => LongPoll is not null || NudgePoll is not null;
}
