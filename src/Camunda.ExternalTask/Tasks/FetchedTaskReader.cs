using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Tasks;

/// <summary>Splits a <c>fetchAndLock</c> response into tasks, in one pass.</summary>
internal static class FetchedTaskReader
{
    /// <summary>Splits a response into tasks.</summary>
    /// <param name="answer">The bytes of the response.</param>
    /// <param name="knownTopics">Known topic names, which are not allocated again.</param>
    /// <param name="tasks">Receives the complete tasks, even if the response is truncated or malformed after them.</param>
    /// <param name="dateFormat">The format of the dates.</param>
    /// <exception cref="JsonException">
    /// The response is not an array of tasks. The complete tasks before the fault have been added.
    /// </exception>
    public static void Read(ReadOnlySpan<byte> answer, ReadOnlySpan<string> knownTopics, List<FetchedTask> tasks, EngineDateFormat dateFormat)
    {
        var reader = new Utf8JsonReader(answer, AnyDepth.Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected an array of tasks.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            tasks.Add(Read(ref reader, answer, knownTopics, dateFormat));
        }

        if (reader.TokenType != JsonTokenType.EndArray)
        {
            throw new JsonException("The array of tasks is truncated.");
        }
    }

    /// <summary>Reads a task and keeps its bytes.</summary>
    /// <exception cref="JsonException">The bytes are not a task.</exception>
    public static FetchedTask Read(ReadOnlyMemory<byte> task, ReadOnlySpan<string> knownTopics, EngineDateFormat dateFormat)
    {
        var reader = new Utf8JsonReader(task.Span, AnyDepth.Options);
        reader.Read();
        return Read(ref reader, task.Span, knownTopics, dateFormat, task);
    }

    /// <summary>
    /// Reads a truncated task without its variables. This is enough to report to the engine why the worker cannot accept the task.
    /// </summary>
    /// <returns>The task; null if its id and topic have not arrived.</returns>
    public static FetchedTask? ReadCutOff(ReadOnlySpan<byte> cutOff, ReadOnlySpan<string> knownTopics, EngineDateFormat dateFormat)
    {
        try
        {
            var reader = new Utf8JsonReader(cutOff, isFinalBlock: false, new JsonReaderState(AnyDepth.Options));
            if (!reader.Read())
            {
                return null;
            }

            var end = (int)reader.BytesConsumed;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && !LenientText.Is(in reader, "variables"u8) && reader.Read() && reader.TrySkip())
            {
                end = (int)reader.BytesConsumed;
            }

            return Read((byte[])[.. cutOff[..end], (byte)'}'], knownTopics, dateFormat);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the task at whose opening brace the reader is positioned, and copies its bytes unless they are given.</summary>
    public static FetchedTask Read(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> answer, ReadOnlySpan<string> knownTopics, EngineDateFormat dateFormat, ReadOnlyMemory<byte>? bytes = null)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"Expected a task, found {reader.TokenType}.");
        }

        var start = (int)reader.TokenStartIndex;
        string? id = null, topic = null, worker = null;
        int? retries = null;
        var lockExpiration = default(DateTimeOffset);
        var variables = default(Range);

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (LenientText.Is(in reader, "id"u8))
            {
                id = ReadText(ref reader);
            }
            else if (LenientText.Is(in reader, "topicName"u8))
            {
                topic = ReadKnown(ref reader, knownTopics);
            }
            else if (LenientText.Is(in reader, "workerId"u8))
            {
                worker = ReadText(ref reader);
            }
            else if (LenientText.Is(in reader, "retries"u8))
            {
                reader.Read();
                retries = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;
                reader.Skip();
            }
            else if (LenientText.Is(in reader, "lockExpirationTime"u8))
            {
                reader.Read();
                _ = reader.TokenType == JsonTokenType.String && dateFormat.TryRead(TextOf(in reader), out lockExpiration);
                reader.Skip();
            }
            else if (LenientText.Is(in reader, "variables"u8))
            {
                reader.Read();
                var from = (int)reader.TokenStartIndex - start;
                var isObject = reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
                variables = isObject ? from..((int)reader.BytesConsumed - start) : default;
            }
            else
            {
                reader.Skip();
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || id is null || topic is null)
        {
            throw new JsonException("A task has no id or no topic, or is truncated.");
        }

        return new FetchedTask(bytes ?? answer[start..(int)reader.BytesConsumed].ToArray(), variables)
        {
            TaskId = id,
            TopicName = topic,
            WorkerId = worker ?? "",
            Retries = retries,
            LockExpirationTime = lockExpiration,
            DateFormat = dateFormat,
        };
    }

    private static ReadOnlySpan<byte> TextOf(in Utf8JsonReader reader) => reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(LenientText.Read(in reader)) : reader.ValueSpan;

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return LenientText.Read(in reader);
        }

        reader.Skip();
        return null;
    }

    private static string? ReadKnown(ref Utf8JsonReader reader, ReadOnlySpan<string> known)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        foreach (var name in known)
        {
            if (!reader.ValueIsEscaped && reader.ValueTextEquals(name))
            {
                return name;
            }
        }

        return LenientText.Read(in reader);
    }
}
