using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The filters of a topic; unset ones are null or false.</summary>
internal sealed record TopicFilterModel
{
    public static TopicFilterModel None { get; } = new();

    public ConstantText? ProcessDefinitionId { get; init; }

    public EquatableArray<ConstantText>? ProcessDefinitionIdIn { get; init; }

    public ConstantText? ProcessDefinitionKey { get; init; }

    public EquatableArray<ConstantText>? ProcessDefinitionKeyIn { get; init; }

    public ConstantText? ProcessDefinitionVersionTag { get; init; }

    public ConstantText? BusinessKey { get; init; }

    public EquatableArray<ConstantText>? TenantIdIn { get; init; }

    public bool WithoutTenantId { get; init; }

    public bool LocalVariables { get; init; }
}
