namespace Camunda.ExternalTask;

/// <summary>Which process instances receive a message, and what it sets besides its own variables.</summary>
public sealed record CorrelationOptions
{
    /// <summary>The business key of the receiving instance, or of the instance that the message starts; null: any, or none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>The id of the receiving instance; null: any.</summary>
    public string? ProcessInstanceId { get; init; }

    /// <summary>The tenant of the receiving instance or of the process that starts; null: any.</summary>
    public string? TenantId { get; init; }

    /// <summary>Whether only instances and processes without a tenant receive the message.</summary>
    public bool WithoutTenantId { get; init; }

    /// <summary>
    /// Whether the message goes to all instances that match and starts one instance of each process that it starts. If false (default), exactly one instance must
    /// match. If true, no match is an empty result and not an error.
    /// </summary>
    public bool All { get; init; }

    /// <summary>Variables that the receiving instance must have, in addition to the properties with <see cref="CorrelationKeyAttribute"/>.</summary>
    public IReadOnlyDictionary<string, TypedValue>? CorrelationKeys { get; init; }

    /// <summary>Variables that the waiting execution must have locally.</summary>
    public IReadOnlyDictionary<string, TypedValue>? LocalCorrelationKeys { get; init; }

    /// <summary>Variables to set locally in the execution that receives the message.</summary>
    public IReadOnlyDictionary<string, TypedValue>? LocalVariables { get; init; }
}
