namespace Camunda.ExternalTask.Simulation.Scenarios;

/// <summary>Something that goes wrong in a run.</summary>
internal abstract record Fault
{
    /// <summary>When the fault is over; zero if it has no time.</summary>
    public virtual TimeSpan Ends => TimeSpan.Zero;
}

/// <summary>A fault of one request: the n-th of a worker, counted from zero.</summary>
internal sealed record RequestFault(int Worker, int Request, RequestFaultKind Kind) : Fault;

internal enum RequestFaultKind
{
    /// <summary>The connection is refused. The engine does not read the request.</summary>
    Refused,

    /// <summary>The engine carries the request out, and the connection breaks before the response.</summary>
    LostAnswer,

    /// <summary>The connection breaks after half of the tasks of the response. Other calls lose their response.</summary>
    CutBody,

    /// <summary>The engine carries the request out, and the response comes after the timeout.</summary>
    LateAnswer,

    /// <summary>The engine reads the request seconds after its timeout.</summary>
    LateRequest,

    /// <summary>Something below the worker sends the request twice and says so. The second response arrives.</summary>
    Repeated,

    /// <summary>Something in the network sends the request twice, the second time after seconds. The first response arrives.</summary>
    Duplicated,

    /// <summary>Optimistic locking: the engine rolls the request back.</summary>
    RolledBack,

    /// <summary>The engine answers 503.</summary>
    Unavailable,

    /// <summary>A gateway answers 401.</summary>
    Unauthorized,

    /// <summary>The engine answers 403.</summary>
    Forbidden,
}

/// <summary>The engine reads no request for a while, then all of them.</summary>
internal sealed record EngineStall(TimeSpan At, TimeSpan For) : Fault
{
    public override TimeSpan Ends => At + For;
}

/// <summary>Connections break, and new ones are refused. A restarted engine has forgotten pending polls; after an outage of the network they are still pending.</summary>
internal sealed record Outage(TimeSpan At, TimeSpan For, bool IsRestart) : Fault
{
    public override TimeSpan Ends => At + For;
}

/// <summary>A process ends without any cleanup. With a wait, the same machine starts it again.</summary>
internal sealed record Kill(int Worker, TimeSpan At, TimeSpan? RestartAfter) : Fault
{
    public override TimeSpan Ends => At + (RestartAfter ?? TimeSpan.Zero);
}

/// <summary>A gateway answers 401 to each request for a while, as after the end of a token.</summary>
internal sealed record Refusal(TimeSpan At, TimeSpan For) : Fault
{
    public override TimeSpan Ends => At + For;
}

/// <summary>The engine's clock is set forward or back.</summary>
internal sealed record EngineClockJump(TimeSpan At, TimeSpan Forward) : Fault
{
    public override TimeSpan Ends => At;
}

/// <summary>The wall clock of a worker's machine is set forward or back. The worker must not notice.</summary>
internal sealed record WorkerClockJump(int Worker, TimeSpan At, TimeSpan Forward) : Fault
{
    public override TimeSpan Ends => At;
}

/// <summary>A process stands still for a while, then handles everything that arrived.</summary>
internal sealed record Freeze(int Worker, TimeSpan At, TimeSpan For) : Fault
{
    /// <summary>Whether the machine is suspended: its monotonic clock stands still, too.</summary>
    public bool StopsClock { get; init; }

    public override TimeSpan Ends => At + For;
}

/// <summary>A worker stops cleanly. With a wait, the same machine starts it again.</summary>
internal sealed record CleanStop(int Worker, TimeSpan At, TimeSpan? RestartAfter) : Fault
{
    public override TimeSpan Ends => At + (RestartAfter ?? TimeSpan.Zero);
}

/// <summary>A process instance is suspended for a while.</summary>
internal sealed record Suspension(string Task, TimeSpan At, TimeSpan For) : Fault
{
    public override TimeSpan Ends => At + For;
}

/// <summary>A process instance is deleted.</summary>
internal sealed record Deletion(string Task, TimeSpan At) : Fault
{
    public override TimeSpan Ends => At;
}
