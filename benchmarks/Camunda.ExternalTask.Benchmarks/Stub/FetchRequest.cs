using System.Text.Json;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The part of a <c>fetchAndLock</c> body that the stub needs.</summary>
internal readonly record struct FetchRequest(string WorkerId, int MaxTasks, int AsyncResponseTimeout)
{
    public static FetchRequest Parse(byte[] json)
    {
        var (workerId, maxTasks, timeout) = ("", 0, 0);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("workerId"u8))
            {
                reader.Read();
                workerId = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("maxTasks"u8))
            {
                reader.Read();
                maxTasks = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("asyncResponseTimeout"u8))
            {
                reader.Read();
                timeout = reader.GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return new(workerId, maxTasks, timeout);
    }
}
