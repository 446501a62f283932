using System.Text;
using System.Text.Json;
using Camunda.ExternalTask;

namespace Acme.Loans.Outbox;

/// <summary>Keeps an output as JSON, in the form in which the engine gets it.</summary>
public static class StoredOutput
{
    public static StoredResult Store(string taskId, ITaskOutput? output) => new()
    {
        Id = taskId,
        Variables = Write(writer => output?.WriteVariables(writer)),
        LocalVariables = Write(writer => output?.WriteLocalVariables(writer)),
        StoredAt = DateTimeOffset.UtcNow,
    };

    public static ITaskOutput Restore(StoredResult result) => new UntypedOutput(Read(result.Variables), Read(result.LocalVariables));

    private static string Write(Action<VariableWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(new VariableWriter(json));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IReadOnlyDictionary<string, TypedValue> Read(string json) => new TaskVariables(Encoding.UTF8.GetBytes(json)).ToDictionary();
}
