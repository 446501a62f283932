using Camunda.ExternalTask;

namespace Acme.Loan;

[TaskInput]
public partial record TaskProperties(
    [BusinessKey] string BusinessKey,
    [ExtensionProperty("endpoint")] string Endpoint,
    [ExtensionProperty("opt\"ional")] string? OptionalEndpoint,
    [FromTask(TaskProperty.TaskId)] string TaskId,
    [FromTask(TaskProperty.TopicName)] string? Topic,
    [FromTask(TaskProperty.TenantId)] string Tenant,
    [FromTask(TaskProperty.ProcessDefinitionVersionTag)] string? VersionTag,
    [FromTask(TaskProperty.Priority)] long Priority,
    [FromTask(TaskProperty.Retries)] int? Retries,
    [FromTask(TaskProperty.CreateTime)] DateTimeOffset? Created,
    [property: FromTask(TaskProperty.ProcessInstanceId)] string ProcessInstanceId,
    [ExtensionProperty("mode")] string Mode = "fast",
    [FromTask(TaskProperty.Retries)] int Left = 3);

[TaskInput]
public partial class MoreTaskProperties
{
    private static readonly string Default = "computed";

    [BusinessKey]
    public string Key { get; init; } = Default;

    [ExtensionProperty("other")]
    public string Other { get; set; } = Default;

    [BusinessKey]
    public required string? Nullable { get; init; }

    public string? TaskProperty { get; init; }
}
