using System.Text;
using System.Text.Json;

namespace Camunda.ExternalTask.Tests.Fuzzing;

/// <summary>Changes valid JSON: members and values by its structure first, then bytes anywhere.</summary>
internal sealed class ResponseMutator
{
    private static readonly byte[][] Values =
    [
        .. Texts(
            "null", "true", "false", "0", "-0", "1e400", "-1e-400", "99999999999999999999999999", "0.1", "2147483648", "-9223372036854775809", "\"\"", "\"x\"", "\" 5 \"", "\"NaN\"",
            "\"\\uD83D\"", "\"\\uDE00\\uD83D\"", "\"\\u0000\"", "\"\\n\\\"\\\\\\/\"", "\"é😀\"", "\"2026-11-24T02:32:44.954+0000\"", "\"2026-13-45T99:99:99.999+9999\"", "\"AAAA\"", "\"A===\"",
            "\"<a/>\"", "\"[1,2\"", "\"{\\\"a\\\":1}\"", "{}", "[]", "[[]]", "{\"type\":\"Integer\",\"value\":5}", "{\"\":{}}", "\"String\"", "\"Object\"", "\"File\"", "\"Bytes\"", "\"Json\"", "\"Date\""),
        Nested(70),
        Nested(2000),
        [(byte)'"', .. Nested(300), (byte)'"'],
        Encoding.UTF8.GetBytes($"\"{new string('9', 400)}\""),
        Encoding.UTF8.GetBytes(new string('9', 400)),
    ];

    private static readonly byte[][] Names =
        Texts("\"id\"", "\"topicName\"", "\"variables\"", "\"type\"", "\"value\"", "\"valueInfo\"", "\"\"", "\"\\u0069d\"", "\"\\uD83D\"", "\"message\"", "\"expires_in\"", "\"timestamp\"");

    private static readonly byte[][] Fragments =
    [
        [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x00], .. Texts("\"", "\\", "\\u", "\\uD8", "{", "}", "[", "]", ",", ":", "//", "/**/", "\uFEFF", "-", "e", "\n"),
    ];

    private readonly byte[] _original;
    private readonly List<(int Name, int Value, int End)> _members = [];

    public ResponseMutator(string json)
    {
        _original = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(_original);
        var name = -1;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = (int)reader.TokenStartIndex;
            }
            else if (reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            {
                var rest = reader;
                rest.Skip();
                _members.Add((name, (int)reader.TokenStartIndex, (int)rest.BytesConsumed));
                name = -1;
            }
        }
    }

    public byte[] Mutate(Random random)
    {
        var bytes = new List<byte>(_original);
        var limit = bytes.Count;
        for (var edits = random.Next(4); edits > 0; edits--)
        {
            // From the end to the beginning, so that the positions of the original stay valid.
            var (name, value, end) = _members[random.Next(_members.Count)];
            if (end <= limit)
            {
                limit = name < 0 ? value : name;
                Edit(bytes, name, value, end, random);
            }
        }

        for (var edits = random.Next(3); edits > 0 && bytes.Count > 0; edits--)
        {
            Damage(bytes, random);
        }

        return [.. bytes];
    }

    private static void Edit(List<byte> bytes, int name, int value, int end, Random random)
    {
        switch (random.Next(name < 0 ? 2 : 5))
        {
            case 0:
                Replace(bytes, value, end, Pick(Values, random));
                break;
            case 1:
                Replace(bytes, end, end, [(byte)',', .. name < 0 ? [] : (byte[])[.. Pick(Names, random), (byte)':'], .. Pick(Values, random)]);
                break;
            case 2:
                Replace(bytes, end, end, [(byte)',', .. bytes[name..end]]);
                break;
            case 3:
                Replace(bytes, name, bytes[end] == (byte)',' ? end + 1 : end, []);
                break;
            case 4:
                Replace(bytes, name, bytes.IndexOf((byte)':', name), Pick(Names, random));
                break;
        }
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var end = Math.Min(bytes.Count, at + random.Next(1, 20));
        switch (random.Next(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.InsertRange(at, Pick(Fragments, random));
                break;
            case 3:
                bytes.RemoveRange(at, end - at);
                break;
            case 4:
                bytes.InsertRange(at, bytes[at..end]);
                break;
        }
    }

    private static void Replace(List<byte> bytes, int start, int end, byte[] replacement)
    {
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, replacement);
    }

    private static byte[] Pick(byte[][] from, Random random) => from[random.Next(from.Length)];

    private static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
}
