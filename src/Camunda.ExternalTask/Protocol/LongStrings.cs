using System.Buffers;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol;

/// <summary>
/// Explains why a database refused variables: in most databases the column of a String holds 4,000 characters, and the engine only answers that its persistence layer
/// failed.
/// </summary>
internal static class LongStrings
{
    private const int MaxCharacters = 4_000;
    private const int MaxNames = 5;

    /// <summary>Adds the names of the variables that are too long to an error that they cause.</summary>
    /// <param name="error">The error.</param>
    /// <param name="body">The request.</param>
    public static EngineError? Explain(EngineError? error, ReadOnlySequence<byte> body) =>
        error is { IsPersistenceFailure: true } && NamesIn(body.IsSingleSegment ? body.FirstSpan : body.ToArray()) is { Count: > 0 } names
            ? error with { Message = $"{Sentence(names)} {error.Message}" }
            : error;

    private static string Sentence(List<string> names)
    {
        var some = string.Join(", ", names.Take(MaxNames).Select(static name => $"'{name}'"));
        var more = names.Count > MaxNames ? $" and {names.Count - MaxNames} more" : "";
        return $"Most databases hold 4,000 characters of a String; longer: {some}{more}. Write such texts as Json, Bytes or File.";
    }

    private static List<string> NamesIn(ReadOnlySpan<byte> body)
    {
        List<string> names = [];
        var reader = new Utf8JsonReader(body, AnyDepth.Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVariables = LenientText.Is(in reader, "variables"u8) || LenientText.Is(in reader, "localVariables"u8) || LenientText.Is(in reader, "modifications"u8);
            reader.Read();
            if (!isVariables || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            AddNames(body[start..(int)reader.BytesConsumed], names);
        }

        return names;
    }

    private static void AddNames(ReadOnlySpan<byte> variables, List<string> names)
    {
        var reader = new VariableReader(variables);
        while (reader.MoveNext())
        {
            if (reader.Type == VariableType.String && !reader.IsNull && !reader.Current.IsTransient && Characters(reader.Current) > MaxCharacters)
            {
                names.Add(reader.Name);
            }
        }
    }

    // Each UTF-16 unit takes at least one byte, escaped or not.
    private static int Characters(VariableValue value) => value.Bytes.Length <= MaxCharacters ? 0
        : value.IsEscaped ? LenientText.Read(value.Bytes, escaped: true).Length
        : Encoding.UTF8.GetCharCount(value.Bytes);
}
