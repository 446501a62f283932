namespace Camunda.ExternalTask.Testing.State;

/// <summary>A user task that waits for its completion.</summary>
internal sealed class UserTask(string id, Execution execution, DateTimeOffset created)
{
    public string Id => id;

    public Execution Execution => execution;

    public ProcessInstance Instance => execution.Instance;

    public DateTimeOffset Created => created;

    /// <summary>The members that users change. <see cref="EngineState.ChangeUserTask"/> replaces them.</summary>
    public UserTaskData Data { get; set; } = new();
}

/// <summary>The members of a user task that users change.</summary>
internal sealed record UserTaskData
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Assignee { get; init; }

    public string? Owner { get; init; }

    public string? DelegationState { get; init; }

    public int Priority { get; init; } = 50;

    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset? FollowUp { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public string? FormKey { get; init; }

    public IReadOnlyList<string> CandidateUsers { get; init; } = [];

    public IReadOnlyList<string> CandidateGroups { get; init; } = [];
}
