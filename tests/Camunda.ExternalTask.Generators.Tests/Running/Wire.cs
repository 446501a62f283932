using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Generated;

namespace Camunda.ExternalTask.Generators.Tests.Running;

/// <summary>Tasks as the engine sends them and variables as it takes them.</summary>
internal static class Wire
{
    /// <summary>A task with variables and further facts.</summary>
    public static FetchedTask Task(string variables, string facts = "\"priority\":0") => FetchedTask.Parse(Encoding.UTF8.GetBytes(
        $$"""{"id":"t1","topicName":"topic","workerId":"w","lockExpirationTime":"2026-01-01T00:00:00.000+0000",{{facts}},"variables":{{variables}}}"""));

    public static TInput Read<TInput>(string variables)
        where TInput : ITaskInput<TInput> => Task(variables).Read<TInput>();

    public static string Write(ITaskOutput output) => Write(output.WriteVariables);

    public static string WriteError(BpmnError error) => Write(error.WriteVariables);

    public static string WriteLocal(ITaskOutput output) => Write(output.WriteLocalVariables);

    /// <summary>The value of a variable as it was written.</summary>
    public static string? Value(string variables, string name)
    {
        using var document = JsonDocument.Parse(variables);
        var value = document.RootElement.GetProperty(name).GetProperty("value");
        return value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
    }

    public static string Type(string variables, string name)
    {
        using var document = JsonDocument.Parse(variables);
        return document.RootElement.GetProperty(name).GetProperty("type").GetString()!;
    }

    public static string[] Names(string variables)
    {
        using var document = JsonDocument.Parse(variables);
        return [.. document.RootElement.EnumerateObject().Select(property => property.Name)];
    }

    private static string Write(Action<VariableWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(new(json));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
