using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Camunda.ExternalTask;

[assembly: TaskJsonContext(typeof(Acme.Loan.ValuesJson))]

namespace Acme.Loan;

// Every type, in and out: an input that is an output, too.

public enum Risk
{
    Low,
    [JsonStringEnumMemberName("very-high")]
    High = 7,
    Highest = High,
    @default,
}

public record Address(string Street, int Number);

public readonly record struct Point(int X, int Y)
{
    // A bare null must not become a point.
    public static implicit operator Point(string? text) => new(text?.Length ?? -1, 0);
}

[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(List<Address>))]
[JsonSerializable(typeof(Point))]
[JsonSerializable(typeof(Dictionary<string, int?>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<Address>))]
internal sealed partial class ValuesJson : JsonSerializerContext;

[TaskInput]
[TaskOutput]
public partial record Values(
    bool Boolean,
    byte Byte,
    sbyte SByte,
    short Short,
    ushort UShort,
    int Int,
    uint UInt,
    long Long,
    ulong ULong,
    float Float,
    double Double,
    decimal Decimal,
    char Char,
    string String,
    Guid Guid,
    Uri Uri,
    TimeSpan TimeSpan,
    DateOnly DateOnly,
    TimeOnly TimeOnly,
    BigInteger BigInteger,
    DateTimeOffset DateTimeOffset,
    DateTime DateTime,
    Risk Risk,
    byte[] Bytes,
    ReadOnlyMemory<byte> Memory,
    CamundaFile File,
    JsonElement Element,
    JsonNode Node,
    JsonObject Object,
    JsonArray Array,
    XDocument Document,
    XElement XElement,
    TypedValue Typed,
    Address Address,
    Point Point,
    List<Address> Addresses,
    Dictionary<string, int?> Counts,
    string[] Tags);

[TaskInput]
[TaskOutput]
public partial record NullableValues(
    bool? Boolean,
    byte? Byte,
    int? Int,
    ulong? ULong,
    float? Float,
    decimal? Decimal,
    char? Char,
    string? String,
    Uri? Uri,
    TimeSpan? TimeSpan,
    DateTimeOffset? DateTimeOffset,
    DateTime? DateTime,
    Risk? Risk,
    byte[]? Bytes,
    ReadOnlyMemory<byte>? Memory,
    CamundaFile? File,
    JsonElement? Element,
    JsonNode? Node,
    JsonObject? Object,
    XDocument? Document,
    TypedValue? Typed,
    Address? Address,
    Point? Point,
    Point? value,
    List<Address>? Addresses);

[TaskInput]
[TaskOutput]
public partial record OptionalValues(
    Optional<bool> Boolean,
    Optional<int?> Int,
    Optional<string?> String,
    Optional<Risk?> Risk,
    Optional<Risk> Known,
    Optional<ReadOnlyMemory<byte>?> Memory,
    Optional<JsonObject?> Object,
    Optional<TypedValue?> Typed,
    Optional<Address?> Address,
    Optional<Point?> Point,
    Optional<IReadOnlyList<Address>?> Addresses);

[TaskOutput]
public partial record WrittenValues
{
    [Variable("short", Type = VariableType.Integer)]
    public short Short { get; init; }

    [Variable("integer", Type = VariableType.Long)]
    public int Integer { get; init; }

    [Variable("integerAsDouble", Type = VariableType.Double)]
    public int? IntegerAsDouble { get; init; }

    [Variable("integerAsText", Type = VariableType.String)]
    public int IntegerAsText { get; init; }

    [Variable("longAsText", Type = VariableType.String)]
    public long? LongAsText { get; init; }

    [Variable("doubleAsText", Type = VariableType.String)]
    public double DoubleAsText { get; init; }

    [Variable("floatAsText", Type = VariableType.String)]
    public float? FloatAsText { get; init; }

    [Variable("decimal", Type = VariableType.Double)]
    public decimal? Decimal { get; init; }

    [Variable("json", Type = VariableType.Json, Transient = true)]
    public string? Json { get; init; }

    [Variable("xml", Type = VariableType.Xml)]
    public string Xml { get; init; } = "<a/>";

    [Variable("object", Type = VariableType.Object, ObjectTypeName = "com.acme.Address")]
    public Address? Object { get; init; }

    [Variable("point", Type = VariableType.Object, ObjectTypeName = "com.acme.Point", Transient = true)]
    public Point? Point { get; init; }

    [Variable(Scope = VariableScope.Local, Transient = true)]
    public Risk Risk { get; init; }

    [Variable(Scope = VariableScope.Local)]
    public Optional<string> Note { get; init; }
}

[TaskInput]
public partial record StrictValues(
    [Variable(Strict = true)] int Number,
    [Variable(Strict = true)] Risk Risk,
    [Variable("naïve \"name\"\n", Strict = true)] Address Address,
    [property: Variable("text", Strict = true)] string? Text);
