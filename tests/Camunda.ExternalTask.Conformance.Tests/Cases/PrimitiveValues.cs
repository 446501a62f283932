using static Camunda.ExternalTask.Conformance.Tests.ValueOutcome;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Values of the simple types, and those without a type.</summary>
internal static class PrimitiveValues
{
    public static IReadOnlyList<ValueCase> All { get; } =
    [
        new("Boolean", """{"value":true,"type":"Boolean"}""", Stored("Boolean", "true")),
        new("Short", """{"value":7,"type":"Short"}""", Stored("Short", "7")),
        new("Integer", """{"value":-2147483648,"type":"Integer"}""", Stored("Integer", "-2147483648")),
        new("Long max", """{"value":9223372036854775807,"type":"Long"}""", Stored("Long", "9223372036854775807")),
        new("Long as string", """{"value":"9007199254740993","type":"Long"}""", Stored("Long", "9007199254740993")),
        new("Double", """{"value":1.5e+300,"type":"Double"}""", Stored("Double", "1.5e+300")),
        new("Double integral", """{"value":3,"type":"Double"}""", Stored("Double", "3.0")),
        new("Double NaN", """{"value":"NaN","type":"Double"}""", Stored("Double", "\"NaN\"")),
        new("Double Infinity", """{"value":"Infinity","type":"Double"}""", Stored("Double", "\"Infinity\"")),
        new("Double 0.1+0.2", """{"value":0.30000000000000004,"type":"Double"}""", Stored("Double", "0.30000000000000004")),
        new(
            "String",
            """{"value":"h\u00e9\u00e9 \ud83d\ude00 \u0000 \"q\"","type":"String"}""",
            Stored("String", "\"h\\u00e9\\u00e9 \\ud83d\\ude00 \\u0000 \\\"q\\\"\"")),
        new("String empty", """{"value":"","type":"String"}""", Stored("String", "\"\"")),
        new("String null", """{"value":null,"type":"String"}""", Stored("String", "null")),
        new(
            "Date Z offset",
            """{"value":"2026-01-02T03:04:05.678+0100","type":"Date"}""",
            Stored("Date", "\"2026-01-02T02:04:05.678+0000\"")),
        new("Date year 1", """{"value":"0001-01-01T00:00:00.000+0000","type":"Date"}""", Stored("Date", "\"0001-01-01T00:00:00.000+0000\"")),
        new("Date null", """{"value":null,"type":"Date"}""", Stored("Date", "null")),
        new(
            "Bytes",
            """{"value":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w==","type":"Bytes"}""",
            Stored("Bytes", "\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/w==\"")),
        new("Bytes empty", """{"value":"","type":"Bytes"}""", Stored("Bytes", "\"\"")),
        new("Bytes null", """{"value":null,"type":"Bytes"}""", Stored("Bytes", "null")),
        new("Null", """{"value":null,"type":"Null"}""", Stored("Null", "null")),
        new("untyped null", """{"value":null}""", Stored("Null", "null")),
        new("untyped int", """{"value":5}""", Stored("Integer", "5")),
        new("untyped big", """{"value":9223372036854775807}""", Stored("Long", "9223372036854775807")),
        new("untyped double", """{"value":5.5}""", Stored("Double", "5.5")),
        new("untyped bool", """{"value":false}""", Stored("Boolean", "false")),
        new("untyped string", """{"value":"s"}""", Stored("String", "\"s\"")),
        new("untyped 1.0", """{"value":1.0}""", Stored("Double", "1.0")),
        new("no value at all", "{}", Stored("Null", "null")),
        new("lone surrogate", """{"value":"a\ud83d","type":"String"}""", Stored("String", "\"<any>\"")),
        new("String text of a number", """{"value":" 5 ","type":"Integer"}""", Stored("Integer", "5")),
        new("Date with seven digits is misread", """{"value":"2024-01-01T00:00:00.1234567+0000","type":"Date"}""", Stored("Date", "\"2024-01-01T00:20:34.567+0000\"")),
        new("Date empty", """{"value":"","type":"Date"}""", Stored("Date", "null")),
        new("Integer empty", """{"value":"","type":"Integer"}""", Stored("Integer", "null")),
        new("Double minus zero", """{"value":-0.0,"type":"Double"}""", Stored("Double", "0.0")),
    ];
}
