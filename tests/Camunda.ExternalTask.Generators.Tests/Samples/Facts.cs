using Camunda.ExternalTask;

namespace Acme.Loan;

[TaskInput]
public partial record Facts(
    [BusinessKey] string BusinessKey,
    [ExtensionProperty("endpoint")] string Endpoint,
    [ExtensionProperty("opt\"ional")] string? OptionalEndpoint,
    [TaskFact(TaskFact.TaskId)] string TaskId,
    [TaskFact(TaskFact.TopicName)] string? Topic,
    [TaskFact(TaskFact.TenantId)] string Tenant,
    [TaskFact(TaskFact.ProcessDefinitionVersionTag)] string? VersionTag,
    [TaskFact(TaskFact.Priority)] long Priority,
    [TaskFact(TaskFact.Retries)] int? Retries,
    [TaskFact(TaskFact.CreateTime)] DateTimeOffset? Created,
    [property: TaskFact(TaskFact.ProcessInstanceId)] string ProcessInstanceId,
    [ExtensionProperty("mode")] string Mode = "fast",
    [TaskFact(TaskFact.Retries)] int Left = 3);

[TaskInput]
public partial class MoreFacts
{
    private static readonly string _default = "computed";

    [BusinessKey]
    public string Key { get; init; } = _default;

    [ExtensionProperty("other")]
    public string Other { get; set; } = _default;

    [BusinessKey]
    public required string? Nullable { get; init; }

    public string? Fact { get; init; }
}
