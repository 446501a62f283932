namespace Camunda.ExternalTask.Generators.Tests.ValidPrograms;

/// <summary>The types of variables: those of the library, enums, collections and JSON.</summary>
internal sealed class ValueGrammar(Dice dice)
{
    private static readonly string[] Structs =
    [
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "char", "System.Guid", "System.DateTime", "System.DateTimeOffset",
        "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Numerics.BigInteger", "System.ReadOnlyMemory<byte>", "System.Text.Json.JsonElement",
    ];

    private static readonly string[] Classes =
    [
        "string", "System.Uri", "byte[]", "System.Text.Json.Nodes.JsonNode", "System.Text.Json.Nodes.JsonObject", "System.Text.Json.Nodes.JsonArray", "System.Xml.Linq.XDocument",
        "System.Xml.Linq.XElement", "CamundaFile", "System.Collections.Generic.List<string>", "int[]", "System.Collections.Generic.Dictionary<string, decimal>",
        "System.Collections.Generic.IReadOnlyList<System.Guid>",
    ];

    private static readonly string[] EnumTypes = ["Level", "@enum", "Nothing", "Outer.Inner", "Box<int>.Kind"];
    private static readonly string[] JsonStructs = ["(int X, string Y)", "Point", "System.Collections.Generic.KeyValuePair<string, global::Values.Item>", "Box<int>.Pair", "(int, (string A, int B) C)"];
    private static readonly string[] JsonClasses =
    [
        "Item", "Item[]", "System.Collections.Generic.List<global::Values.Item>", "System.Collections.Generic.List<global::Values.Level>", "System.Collections.Generic.Dictionary<string, global::Values.Item>",
        "Page<global::Values.Item>", "System.Collections.Generic.IReadOnlyDictionary<string, int[]>", "System.Collections.Generic.List<int?>", "System.Collections.Generic.List<string?>", "Item?[]",
        "System.Collections.Generic.List<(int X, string Y)>", "System.Collections.Generic.HashSet<global::Values.Level>", "ISome",
    ];

    private readonly HashSet<string> _json = [];

    /// <summary>A type, whether it is a reference, and whether it accepts null.</summary>
    public (string Type, bool IsReference, bool IsNullable) Next()
    {
        var isReference = dice.Chance(50);
        var type = (isReference, dice.Between(0, 3)) switch
        {
            (false, 0) => Own(dice.Of(EnumTypes)),
            (true, 0 or 1) => Registered(Own(dice.Of(JsonClasses))),
            (false, 1) => Registered(Own(dice.Of(JsonStructs))),
            (true, _) => dice.Of(Classes),
            _ => dice.Of(Structs),
        };
        var isNullable = dice.Chance(30);
        var annotated = isNullable ? $"{type}?" : type;
        return dice.Chance(15) ? ($"Optional<{annotated}>", false, false) : (annotated, isReference, isNullable);
    }

    /// <summary>A constant of a type, or null.</summary>
    public static string? Constant(string type) => type switch
    {
        "bool" => "true",
        "byte" or "sbyte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "float" or "double" or "decimal" => "7",
        "char" => "'\\''",
        "string" => "\"a\\\"b\\\\\\u2028{0}\"",
        "global::Values.Level" => "global::Values.Level.High",
        "global::Values.@enum" => "(global::Values.@enum)99",
        "global::Values.Level?" => "null",
        _ => type.EndsWith('?') ? "null" : null,
    };

    /// <summary>The types that the program uses, and the serializer context, as its generator would write it.</summary>
    public string Declarations()
    {
        var registrations = string.Concat(_json.Select(static type => $"[JsonSerializable(typeof({type.Replace(" X,", ",").Replace(" Y)", ")")}))]\n"));
        return $$"""
            namespace Values
            {
                public enum Level { Low, {{dice.Of("", "[System.Obsolete(\"gone\", error: true)] ", "[System.Obsolete] ")}}Middle, [JsonStringEnumMemberName("very high")] High = 9, Top = High, @event = -1 }
                public enum @enum : {{dice.Of("byte", "long", "ushort")}} { @class, @record }
                public enum Nothing { }
                {{dice.Of("", "[Experimental(\"ACME1\")] ")}}public class Outer { public enum Inner { A } }
                public class Box<T> { public enum Kind { One, Two } public record struct Pair(int A, int B); public T? Value { get; set; } }
                public record Item(int Id, string? Name);
                public record Page<T>(T[] Items);
                public record struct Point(int X, int Y);
                public interface ISome { int A { get; } }
                {{registrations}}[JsonSerializable(typeof(Item))]
                public class Json() : JsonSerializerContext(null)
                {
                    public static Json Default { get; } = new();
                    protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                    public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
                }
            }

            """;
    }

    private static string Own(string type) => char.IsUpper(type[0]) && !type.StartsWith("System.", StringComparison.Ordinal) || type[0] == '@' ? $"global::Values.{type}" : type;

    private string Registered(string type)
    {
        _json.Add(type);
        return type;
    }
}
