using System.Numerics;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Values of every type, with their names by case.</summary>
internal static class WireValues
{
    public static IReadOnlyDictionary<string, WireValue> All { get; } = new Dictionary<string, WireValue>
    {
        ["062 true"] = new(true, """{"type":"Boolean","value":true}"""),
        ["062 false"] = new(false, """{"type":"Boolean","value":false}"""),
        ["062 Short"] = new(TypedValue.Short(12), """{"type":"Short","value":12}"""),
        ["062 least Short"] = new(TypedValue.Short(short.MinValue), """{"type":"Short","value":-32768}"""),
        ["062 Integer"] = new(1, """{"type":"Integer","value":1}"""),
        ["062 least Integer"] = new(int.MinValue, """{"type":"Integer","value":-2147483648}"""),
        ["062 String"] = new("héllo", """{"type":"String","value":"héllo"}"""),
        ["063 null Boolean"] = Null(VariableType.Boolean),
        ["063 null Short"] = Null(VariableType.Short),
        ["063 null Integer"] = Null(VariableType.Integer),
        ["063 null Long"] = Null(VariableType.Long),
        ["063 null Double"] = Null(VariableType.Double),
        ["063 null String"] = Null(VariableType.String),
        ["063 null Date"] = Null(VariableType.Date),
        ["063 null Bytes"] = Null(VariableType.Bytes),
        ["065 Long beyond double"] = new(9007199254740993L, """{"type":"Long","value":9007199254740993}"""),
        ["065 greatest Long"] = new(long.MaxValue, """{"type":"Long","value":9223372036854775807}"""),
        ["065 least Long"] = new(long.MinValue, """{"type":"Long","value":-9223372036854775808}"""),
        ["067 whole Double"] = new(3d, """{"type":"Double","value":3}""", Info("""{"type":"Double","value":3.0}""")),
        ["067 0.1"] = new(0.1, """{"type":"Double","value":0.1}"""),
        ["067 greatest Double"] = new(double.MaxValue, """{"type":"Double","value":1.7976931348623157E+308}""", Info("""{"type":"Double","value":1.7976931348623157E308}""")),
        ["067 NaN"] = new(double.NaN, """{"type":"Double","value":"NaN"}"""),
        ["067 Infinity"] = new(double.PositiveInfinity, """{"type":"Double","value":"Infinity"}"""),
        ["067 -Infinity"] = new(double.NegativeInfinity, """{"type":"Double","value":"-Infinity"}"""),
        ["069 empty"] = new("", """{"type":"String","value":""}"""),
        ["069 quotes, controls, emoji"] = new("\"\\\u0001\r\n\t😀\u2028", """{"type":"String","value":"\"\\\u0001\r\n\t😀\u2028"}"""),
        ["069 4000 characters"] = new(new string('é', 4000), $$"""{"type":"String","value":"{{new string('é', 4000)}}"}"""),
        ["071 UTC"] = Date(TypedValue.Date(new DateTime(2024, 2, 29, 7, 4, 56, 789, DateTimeKind.Utc)), "2024-02-29T07:04:56.789+0000", "2024-02-29T07:04:56.789+0000"),
        ["071 +05:30"] = Date(new DateTimeOffset(2024, 2, 29, 7, 4, 56, 789, new(5, 30, 0)), "2024-02-29T07:04:56.789+0530", "2024-02-29T01:34:56.789+0000"),
        ["071 below a millisecond"] = Date(new DateTimeOffset(2024, 2, 29, 7, 4, 56, TimeSpan.Zero).AddTicks(9_999_999), "2024-02-29T07:04:56.999+0000", "2024-02-29T07:04:56.999+0000"),
        ["075 Bytes"] = new(new byte[] { 0, 1, 255 }, """{"type":"Bytes","value":"AAH/"}"""),
        ["075 empty Bytes"] = new(Array.Empty<byte>(), """{"type":"Bytes","value":""}"""),
        ["075 plus and padding"] = new(new byte[] { 0xFB, 0xFF, 0xFE, 0x01 }, """{"type":"Bytes","value":"+//+AQ=="}"""),
        ["084 null"] = new(TypedValue.Null(), """{"type":"Null","value":null}"""),
        ["085 Json"] = new(TypedValue.Json("""{"x":[1,2.50,"é"]}"""), """{"type":"Json","value":"{\"x\":[1,2.50,\"é\"]}"}"""),
        ["086 Json text null"] = new(TypedValue.Json("null"), """{"type":"Json","value":"null"}"""),
        ["086 null Json"] = Null(VariableType.Json),
        ["087 Xml"] = new(TypedValue.Xml("<a b=\"1\">é</a>"), """{"type":"Xml","value":"<a b=\"1\">é</a>"}"""),
        ["087 null Xml"] = Null(VariableType.Xml),
        ["088 Object"] = Object(TypedValue.Object("""{"a":1}""", "com.example.Foo"), "\"{\\\"a\\\":1}\"", "application/json"),
        ["088 null Object"] = Object(TypedValue.Object(null, "com.example.Foo"), "null", "application/json"),
        ["089 Object of another format"] = Object(TypedValue.Object("<a/>", "com.example.Foo", "application/xml"), "\"<a/>\"", "application/xml"),
        ["094 decimal"] = new(TypedValue.Of(0.10m), """{"type":"String","value":"0.10"}"""),
        ["094 ulong"] = new(TypedValue.Of(ulong.MaxValue), """{"type":"String","value":"18446744073709551615"}"""),
        ["094 BigInteger"] = new(TypedValue.Of(BigInteger.Pow(2, 128)), """{"type":"String","value":"340282366920938463463374607431768211456"}"""),
        ["094 Guid"] = new(TypedValue.Of(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff")), """{"type":"String","value":"6f9619ff-8b86-d011-b42d-00c04fc964ff"}"""),
        ["094 DateOnly"] = new(TypedValue.Of(new DateOnly(2024, 2, 29)), """{"type":"String","value":"2024-02-29"}"""),
        ["094 TimeSpan"] = new(TypedValue.Of(TimeSpan.FromSeconds(90.5)), """{"type":"String","value":"PT1M30.5S"}"""),
        ["094 enum"] = new(TypedValue.Of(DayOfWeek.Friday), """{"type":"String","value":"Friday"}"""),
    };

    private static WireValue Null(VariableType type) => new(TypedValue.Null(type), $$"""{"type":"{{type}}","value":null}""");

    private static WireValue Date(TypedValue value, string sent, string stored) =>
        new(value, $$"""{"type":"Date","value":"{{sent}}"}""", Info($$"""{"type":"Date","value":"{{stored}}"}"""));

    private static WireValue Object(TypedValue value, string text, string format)
    {
        var json = $$"""{"type":"Object","value":{{text}},"valueInfo":{"objectTypeName":"com.example.Foo","serializationDataFormat":"{{format}}"} }""";
        return new(value, json, json);
    }

    private static string Info(string json) => json[..^1] + ",\"valueInfo\":{}}";
}
