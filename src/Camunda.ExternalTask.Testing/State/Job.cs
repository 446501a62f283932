using Camunda.ExternalTask.Testing.Processes;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>What a job does.</summary>
internal enum JobKind
{
    AsyncBefore,
    AsyncAfter,

    /// <summary>A timer of an event, of a boundary event, or of the start event of an event subprocess or process.</summary>
    Timer,
}

/// <summary>A step that the job executor performs.</summary>
internal sealed class Job(string id, JobKind kind, ProcessDefinition definition, Execution? execution, ProcessNode node, DateTimeOffset created)
{
    public string Id => id;

    public JobKind Kind => kind;

    public ProcessDefinition Definition => definition;

    /// <summary>The scope that owns the job; null for a timer that starts an instance.</summary>
    public Execution? Execution => execution;

    public ProcessNode Node => node;

    public DateTimeOffset Created => created;

    /// <summary>The flow on which an <c>asyncAfter</c> continues; null at the end of a path.</summary>
    public ProcessFlow? Flow { get; init; }

    /// <summary>True for a job before or after an inner instance of a loop, or before its activity.</summary>
    public bool IsInnerOfLoop { get; init; }

    public long Priority { get; init; }

    /// <summary>The repetitions of a cycle that remain; null for a timer that does not repeat, negative without a limit.</summary>
    public int? Repetitions { get; init; }

    /// <summary>The members that change. <see cref="EngineState.ChangeJob"/> replaces them.</summary>
    public JobData Data { get; set; } = new();

    public Incident? Incident { get; set; }

    public bool IsSuspended => execution?.Instance.IsSuspended ?? false;

    public bool IsDue(DateTimeOffset now) => Data.Retries > 0 && !IsSuspended && (Data.DueDate is null || Data.DueDate <= now);
}

/// <summary>The members of a job that change.</summary>
internal sealed record JobData
{
    public DateTimeOffset? DueDate { get; init; }

    public int Retries { get; init; } = 3;

    /// <summary>True if the job has failed and its retry cycle has set the retries.</summary>
    public bool HasFailed { get; init; }

    public string? ExceptionMessage { get; init; }
}
