using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The state of a group: its slots, its polls, and when it may poll again.</summary>
internal sealed class WorkerGroup(GroupPlan plan, TimeSpan pollTimeout)
{
    /// <summary>The settings of the group. A new plan has the same topics.</summary>
    public GroupPlan Plan
    {
        get;
        set
        {
            field = value;
            Limit.Slots = value.Slots;
        }
    } = plan;

    /// <summary>Handlers that run, or wait for an earlier handler of the same task.</summary>
    public int Running { get; set; }

    /// <summary>Results on their way to the engine. Their number is limited; otherwise a handler that ends immediately would lock the whole backlog.</summary>
    public int Settling { get; set; }

    public FetchLimit Limit { get; } = new(plan.Slots);

    public WorkerPoll? LongPoll { get; set; }

    public WorkerPoll? NudgePoll { get; set; }

    /// <summary>How long the engine may hold a poll; shorter than planned if an intermediary cuts longer polls.</summary>
    public TimeSpan PollTimeout { get; set; } = pollTimeout;

    /// <summary>Polls in a row that an intermediary cut.</summary>
    public int Cuts { get; set; }

    /// <summary>Failed polls in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Empty answers to long polls in a row.</summary>
    public int EmptyAnswers { get; set; }

    /// <summary>Whether the engine held the last long poll and then returned no task.</summary>
    public bool HeldBackInVain { get; set; }

    /// <summary>The number of pending calls of the application's back-off strategy.</summary>
    public int BackoffsPending { get; set; }

    public bool IsStrategyFailureReported { get; set; }

    public TimeSpan FailingSince { get; set; }

    /// <summary>Why the last poll failed.</summary>
    public EngineError? LastError { get; set; }

    /// <summary>When the last poll was answered; null if none was.</summary>
    public TimeSpan? LastGoodPoll { get; set; }

    public bool IsOutageReported { get; set; }

    public TimeSpan PollNotBefore { get; set; }

    /// <summary>When the worker's own retries fall due, which a pending poll does not notice.</summary>
    public PriorityQueue<TimeSpan, TimeSpan> Nudges { get; } = new();

    public TimeSpan NudgeNotBefore { get; set; }

    public int Reserved => (LongPoll?.MaxTasks ?? 0) + (NudgePoll?.MaxTasks ?? 0);

    public int Free => Plan.Slots - Running - Reserved;

    public bool IsPolling => LongPoll is not null || NudgePoll is not null;
}
