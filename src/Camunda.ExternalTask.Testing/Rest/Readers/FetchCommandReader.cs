using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Readers;

/// <summary>Reads the body of a request to fetch tasks.</summary>
internal static class FetchCommandReader
{
    private const long MaxAsyncResponseTimeout = 1_800_000;

    public static FetchCommand Read(RestBody body, EngineFlavor flavor)
    {
        var timeout = body.Number("asyncResponseTimeout") ?? 0;
        if (timeout > MaxAsyncResponseTimeout)
        {
            throw EngineErrors.Invalid(
                $"The asynchronous response timeout cannot be set to a value greater than {MaxAsyncResponseTimeout} milliseconds");
        }

        // If a topic occurs twice, the engine uses the last entry, in the position of the first one.
        var topics = new OrderedDictionary<string, TopicInstruction>();
        foreach (var topic in body.Objects("topics").Select(ReadTopic))
        {
            topics[topic.Name ?? ""] = topic;
        }

        return new()
        {
            WorkerId = body.Text("workerId"),
            MaxTasks = body.Integer("maxTasks") ?? 0,
            UsePriority = body.Flag("usePriority"),
            CreateTimeOrder = flavor.HasSorting() ? ReadOrder(body) : FetchOrder.None,
            AsyncResponseTimeout = TimeSpan.FromMilliseconds(timeout),
            Topics = [.. topics.Values],
        };
    }

    private static TopicInstruction ReadTopic(RestBody topic) => new()
    {
        Name = topic.Text("topicName"),
        LockDuration = topic.Number("lockDuration") ?? 0,
        Variables = topic.Texts("variables"),
        LocalVariables = topic.Flag("localVariables"),
        BusinessKey = topic.Text("businessKey"),
        ProcessDefinitionId = topic.Text("processDefinitionId"),
        ProcessDefinitionIdIn = topic.Texts("processDefinitionIdIn") ?? [],
        ProcessDefinitionKey = topic.Text("processDefinitionKey"),
        ProcessDefinitionKeyIn = topic.Texts("processDefinitionKeyIn") ?? [],
        ProcessDefinitionVersionTag = topic.Text("processDefinitionVersionTag"),
        WithoutTenantId = topic.Flag("withoutTenantId"),
        TenantIdIn = topic.Texts("tenantIdIn") ?? [],
        ProcessVariables = [.. topic.Members("processVariables").Select(Comparable)],
        DeserializeValues = topic.Flag("deserializeValues"),
        IncludeExtensionProperties = topic.Flag("includeExtensionProperties"),
    };

    private static (string Name, EngineValue Value) Comparable((string Name, JsonElement Value) wanted) =>
        InferredValue.Of(wanted.Value) is { Type: not "Object" } value
            ? (wanted.Name, value)
            : throw EngineErrors.Failed($"Object values cannot be used to query: the value of '{wanted.Name}' is a structure");

    private static FetchOrder ReadOrder(RestBody body)
    {
        var order = FetchOrder.None;
        foreach (var sorting in body.Objects("sorting"))
        {
            if (sorting.Text("sortBy") is var sortBy and not "createTime")
            {
                throw EngineErrors.Invalid($"Cannot set query sortBy parameter to value {sortBy ?? "null"}");
            }

            order = sorting.Text("sortOrder") switch
            {
                "asc" => FetchOrder.Ascending,
                "desc" => FetchOrder.Descending,
                var other => throw EngineErrors.Invalid($"Cannot set query sortOrder parameter to value {other ?? "null"}"),
            };
        }

        return order;
    }
}
