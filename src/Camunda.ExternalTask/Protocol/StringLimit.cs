using System.Buffers;
using System.Text.Json;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol;

/// <summary>
/// Refuses requests with a string that the engine cannot read. Above 20,000,000 characters, the limit of its JSON parser, Camunda 7.24 breaks the
/// connection. That looks like an outage, so the worker would send the result again and again.
/// </summary>
internal static class StringLimit
{
    public const int Default = 20_000_000;

    /// <summary>Checks the strings of a request.</summary>
    /// <param name="body">The JSON of the request.</param>
    /// <param name="maxCharacters">The limit in UTF-16 units.</param>
    /// <exception cref="VariableException">A string is longer; the exception names the variable.</exception>
    public static void Check(ReadOnlySequence<byte> body, int maxCharacters)
    {
        // Each UTF-16 unit takes at least one byte.
        if (body.Length <= maxCharacters)
        {
            return;
        }

        var reader = new Utf8JsonReader(body, AnyDepth.Options);
        List<string> path = [];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    Keep(path, reader.CurrentDepth - 1);
                    path.Add(LenientText.Read(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, reader.ValueIsEscaped));
                    break;
                case JsonTokenType.String when CharactersIn(in reader, maxCharacters) is var length && length > maxCharacters:
                    throw VariableException.NotWritable(
                        NameIn(path),
                        $"it has {length:N0} characters, and the engine reads at most {maxCharacters:N0} in one text; "
                        + "upload it with client.Variables.UploadAsync or split it");
            }
        }
    }

    /// <summary>Counts the UTF-16 units of a string; 0 if it has no more bytes than the limit.</summary>
    private static long CharactersIn(in Utf8JsonReader reader, int maxCharacters)
    {
        var counter = default(CharacterCounter);
        if (!reader.HasValueSequence)
        {
            return reader.ValueSpan.Length > maxCharacters ? counter.Add(reader.ValueSpan) : 0;
        }

        if (reader.ValueSequence.Length <= maxCharacters)
        {
            return 0;
        }

        foreach (var segment in reader.ValueSequence)
        {
            counter.Add(segment.Span);
        }

        return counter.Count;
    }

    private static void Keep(List<string> path, int depth)
    {
        if (path.Count > depth)
        {
            path.RemoveRange(depth, path.Count - depth);
        }
    }

    /// <summary>The name of the variable in <c>variables/name/value</c>.</summary>
    private static string NameIn(List<string> path) => path is [_, var name, ..] ? name : path is [var only] ? only : "";

    /// <summary>Counts without decoding, because a decoded copy would take twice the length of the text.</summary>
    private struct CharacterCounter
    {
        private int _hexDigits;
        private bool _isEscaped;

        public long Count { get; private set; }

        public long Add(ReadOnlySpan<byte> bytes)
        {
            foreach (var value in bytes)
            {
                if (_hexDigits > 0)
                {
                    _hexDigits--;
                }
                else if (_isEscaped)
                {
                    _isEscaped = false;
                    _hexDigits = value == (byte)'u' ? 4 : 0;
                }
                else
                {
                    _isEscaped = value == (byte)'\\';
                    Count += UnitsOf(value);
                }
            }

            return Count;
        }

        // A continuation byte counts with its first byte; four bytes are a surrogate pair. An escape counts with its backslash.
        private static int UnitsOf(byte value) => (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
    }
}
