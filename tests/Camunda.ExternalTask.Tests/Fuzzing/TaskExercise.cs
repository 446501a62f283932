using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Tests.Fuzzing;

/// <summary>Reads everything of a task as handlers do. Only the documented exceptions are caught.</summary>
internal static class TaskExercise
{
    private static readonly Action<TypedValue>[] Readings =
    [
        Reading<bool>(), Reading<int>(), Reading<long>(), Reading<byte>(), Reading<double>(), Reading<float>(), Reading<decimal>(), Reading<string>(), Reading<char>(),
        Reading<Guid>(), Reading<Uri>(), Reading<DateTimeOffset>(), Reading<DateOnly>(), Reading<TimeSpan>(), Reading<byte[]>(), Reading<JsonElement>(), Reading<JsonNode>(),
        Reading<XDocument>(), Reading<XElement>(), Reading<CamundaFile>(),
    ];

    public static void Read(FetchedTask task)
    {
        _ = (task.ActivityId, task.ActivityInstanceId, task.ExecutionId, task.ProcessInstanceId, task.ProcessDefinitionId, task.ProcessDefinitionKey);
        _ = (task.ProcessDefinitionVersionTag, task.BusinessKey, task.TenantId, task.ErrorMessage, task.ErrorDetails, task.Suspended, task.Priority, task.CreateTime);
        _ = (task.GetExtensionProperty("k"), task.GetExtensionProperty(""));
        try
        {
            _ = (task.Variables.Names, task.Variables.Contains("amount"));
            foreach (var (name, value) in task.Variables.ToDictionary())
            {
                Read(name, value);
            }
        }
        catch (JsonException)
        {
            // A variable is not an object with type and value.
        }
    }

    private static void Read(string name, TypedValue value)
    {
        _ = (value.Type, value.TypeName, value.IsNull, value.IsTransient, value.GetInfo("filename"), value.ToString(), value.GetHashCode(), value.Equals(value.AsTransient()));
        foreach (var reading in Readings)
        {
            reading(value);
        }

        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        try
        {
            new VariableWriter(json).Write(name, value);
        }
        catch (VariableException)
        {
            // A file without content, or a name with half of a surrogate pair.
        }
    }

    private static Action<TypedValue> Reading<T>() => static value =>
    {
        try
        {
            _ = value.Get<T>();
        }
        catch (VariableException)
        {
            // The value cannot be converted.
        }
    };
}
