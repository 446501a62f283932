using System.Text.Json;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>What the bare loop reads of a task.</summary>
internal readonly record struct BareTask(string Id, string CustomerId, double Amount, string Currency)
{
    public static List<BareTask> ParseAll(byte[] json)
    {
        var tasks = new List<BareTask>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            tasks.Add(Parse(ref reader));
        }

        return tasks;
    }

    private static BareTask Parse(ref Utf8JsonReader reader)
    {
        var task = new BareTask();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                task = task with { Id = reader.GetString()! };
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                reader.Read();
                task = task.WithVariables(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return task;
    }

    private BareTask WithVariables(ref Utf8JsonReader reader)
    {
        var task = this;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("customerId"u8) && ReadToValue(ref reader))
            {
                task = task with { CustomerId = reader.GetString()! };
            }
            else if (reader.ValueTextEquals("amount"u8) && ReadToValue(ref reader))
            {
                task = task with { Amount = reader.GetDouble() };
            }
            else if (reader.ValueTextEquals("currency"u8) && ReadToValue(ref reader))
            {
                task = task with { Currency = reader.GetString()! };
            }
            else
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                reader.Skip();
            }
        }

        return task;
    }

    private static bool ReadToValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isValue)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
