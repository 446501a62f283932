using static Camunda.ExternalTask.Conformance.Tests.ValueOutcome;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Values that the engine converts into the type they claim, or refuses.</summary>
internal static class ConvertedValues
{
    public static IReadOnlyList<ValueCase> All { get; } =
    [
        new(
            "Date with colon",
            """{"value":"2026-01-02T03:04:05.678+01:00","type":"Date"}""",
            CannotConvert("2026-01-02T03:04:05.678+01:00", "Date", "java.util.Date")),
        new(
            "Date UTC Z",
            """{"value":"2026-01-02T03:04:05.678Z","type":"Date"}""",
            CannotConvert("2026-01-02T03:04:05.678Z", "Date", "java.util.Date")),
        new(
            "Date no millis",
            """{"value":"2026-01-02T03:04:05+0000","type":"Date"}""",
            CannotConvert("2026-01-02T03:04:05+0000", "Date", "java.util.Date")),
        new(
            "Date no zone",
            """{"value":"2026-01-02T03:04:05","type":"Date"}""",
            CannotConvert("2026-01-02T03:04:05", "Date", "java.util.Date")),
        new(
            "Date with 23 hours offset",
            """{"value":"2026-01-02T03:04:05.678+2300","type":"Date"}""",
            Stored("Date", "\"2026-01-01T04:04:05.678+0000\"")),
        new(
            "Date with 24 hours offset",
            """{"value":"2026-01-02T03:04:05.678+2400","type":"Date"}""",
            CannotConvert("2026-01-02T03:04:05.678+2400", "Date", "java.util.Date")),
        new(
            "Date with 60 minutes offset",
            """{"value":"2026-01-02T03:04:05.678+0160","type":"Date"}""",
            CannotConvert("2026-01-02T03:04:05.678+0160", "Date", "java.util.Date")),
        new("Integer transient", """{"value":1,"type":"Integer","valueInfo":{"transient":true}}""", NotStored),
        new("lower-case type", """{"value":1,"type":"integer"}""", Stored("Integer", "1")),
        new("Character", """{"value":"c","type":"Character"}""", Unsupported("Character")),
        new(
            "Number",
            """{"value":1,"type":"Number"}""",
            Refused(500, "ProcessEngineException", "Cannot serialize value of abstract type number", 0)),
        new("Byte", """{"value":1,"type":"Byte"}""", Unsupported("Byte")),
        new("Float", """{"value":1.5,"type":"Float"}""", Unsupported("Float")),
        new("bad Integer", """{"value":"abc","type":"Integer"}""", CannotConvert("abc", "Integer", "java.lang.Integer")),
        new("Integer overflow", """{"value":2147483648,"type":"Integer"}""", CannotConvert("2147483648", "Integer", "java.lang.Integer")),
        new("Integer from double", """{"value":1.5,"type":"Integer"}""", CannotConvert("1.5", "Integer", "java.lang.Integer")),
        new("Boolean from string", """{"value":"true","type":"Boolean"}""", Stored("Boolean", "true")),
        new("bad type", """{"value":1,"type":"Bogus"}""", Unsupported("Bogus")),
        new("empty type", """{"value":1,"type":""}""", Refused(500, "StringIndexOutOfBoundsException", "begin 0, end 1, length 0", null)),
        new("null instead of a value object", "null", NullValueObject("org.camunda")) { OnOperaton = NullValueObject("org.operaton") },
        new("bad Date", """{"value":"yesterday","type":"Date"}""", CannotConvert("yesterday", "Date", "java.util.Date")),
        new("bad Bytes", """{"value":"***","type":"Bytes"}""", CannotConvert("***", "Bytes", "[B")),
        new("String 4000", TextOf(4000), StoredText(4000)),
        new("String 4001", TextOf(4001), TooLong),
        new("String from number", """{"value":5,"type":"String"}""", Stored("String", "\"5\"")),
        new("value info unknown key", """{"value":1,"type":"Integer","valueInfo":{"bogus":1}}""", Stored("Integer", "1")),
        new("unknown key", """{"value":1,"type":"Integer","bogus":1}""", Stored("Integer", "1")),
        new("local flag in complete", """{"value":1,"type":"Integer","local":true}""", Stored("Integer", "1")),
        new("Boolean from TRUE", """{"value":"TRUE","type":"Boolean"}""", Stored("Boolean", "true")),
        new("Boolean from 1", """{"value":1,"type":"Boolean"}""", CannotConvert("1", "Boolean", "java.lang.Boolean")),
        new("Boolean from yes", """{"value":"yes","type":"Boolean"}""", CannotConvert("yes", "Boolean", "java.lang.Boolean")),
        new("Short overflow", """{"value":40000,"type":"Short"}""", CannotConvert("40000", "Short", "java.lang.Short")),
        new("Integer from 1.0", """{"value":1.0,"type":"Integer"}""", CannotConvert("1.0", "Integer", "java.lang.Integer")),
        new("Integer from boolean", """{"value":true,"type":"Integer"}""", CannotConvert("true", "Integer", "java.lang.Integer")),
        new("Date from number", """{"value":5,"type":"Date"}""", CannotConvert("5", "Date", "java.util.Date")),
        new("Bytes URL-safe", """{"value":"_-8=","type":"Bytes"}""", CannotConvert("_-8=", "Bytes", "[B")),
        new("type in capitals", """{"value":1,"type":"INTEGER"}""", Unsupported("INTEGER")),
    ];
}
