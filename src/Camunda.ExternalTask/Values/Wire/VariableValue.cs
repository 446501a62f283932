using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>A received value, still in its bytes, with its conversions. A conversion that would lose something is an error.</summary>
internal readonly ref partial struct VariableValue
{
    private const string DoesNotFit = "its value cannot be converted without loss";

    /// <summary>The name's bytes; empty for a value without a name.</summary>
    public ReadOnlySpan<byte> NameBytes { get; init; }

    /// <summary>Whether the name contains escapes.</summary>
    public bool NameIsEscaped { get; init; }

    /// <summary>The type's name; empty for a value without a type.</summary>
    public ReadOnlySpan<byte> TypeBytes { get; init; }

    /// <summary>The kind of the value's JSON token.</summary>
    public JsonTokenType Token { get; init; }

    /// <summary>The value's JSON; for a string, its content without the quotes.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>Whether the value is a string with escapes.</summary>
    public bool IsEscaped { get; init; }

    /// <summary>The JSON of <c>valueInfo</c>; empty if there is none.</summary>
    public ReadOnlySpan<byte> InfoBytes { get; init; }

    /// <summary>The task that the value came with, or null.</summary>
    public IVariableSource? Source { get; init; }

    /// <summary>The format of a Date.</summary>
    public EngineDateFormat DateFormat
    {
        get => field ?? Source?.DateFormat ?? EngineDateFormat.Default;
        init;
    }

    public string Name => LenientText.Read(NameBytes, NameIsEscaped);

    public VariableType Type => VariableTypeNames.Parse(TypeBytes);

    public string TypeName => Type is var type && type != VariableType.Default ? VariableTypeNames.Of(type) : LenientText.Read(TypeBytes, TypeBytes.Contains((byte)'\\'));

    /// <summary>Whether there is no value. Because a fetch never contains the content of a file, a File is null only if it has no file name.</summary>
    public bool IsNull => Token is JsonTokenType.Null or JsonTokenType.None && !(Type == VariableType.File && HasInfo("filename"u8));

    /// <summary>Whether the engine is to keep the value out of its database.</summary>
    public bool IsTransient => TryFindInfo("transient"u8, out var reader) && reader.TokenType == JsonTokenType.True;

    private bool IsString => Token == JsonTokenType.String;

    /// <summary>Whether the value is text, not the text form of another type.</summary>
    private bool IsText => IsString && Type is VariableType.String or VariableType.Default;

    /// <summary>Whether the value is a serialized object whose text is JSON.</summary>
    private bool IsJsonObject => Type == VariableType.Object && (!IsString || InfoIs("serializationDataFormat"u8, "application/json"u8));

    private bool IsXmlObject => Type == VariableType.Object && IsString && InfoIs("serializationDataFormat"u8, "application/xml"u8);

    private bool IsJavaObject => Type == VariableType.Object && InfoIs("serializationDataFormat"u8, "application/x-java-serialized-object"u8);

    /// <summary>Whether the value has this name.</summary>
    public bool NameEquals(ReadOnlySpan<byte> utf8Name) => LenientText.Is(NameBytes, NameIsEscaped, utf8Name);

    /// <summary>The value's text without escapes.</summary>
    /// <param name="scratch">Memory for unescaped text; longer text is allocated.</param>
    private ReadOnlySpan<byte> Text(Span<byte> scratch)
    {
        if (!IsEscaped)
        {
            return Bytes;
        }

        var destination = Bytes.Length <= scratch.Length ? scratch : new byte[Bytes.Length];

        // No number, date or identifier contains a lone surrogate. The parsers of all of them refuse an empty text.
        return LenientText.TryUnescape(Bytes, destination, out var length) ? destination[..length] : default;
    }

    /// <summary>Checks that there is a value and, with <paramref name="strict"/>, that it is of the one accepted type.</summary>
    private void Demand<T>(VariableType only, bool strict)
    {
        if (IsNull)
        {
            throw Refused(Wanted<T>(only));
        }

        if (strict && Type != only)
        {
            throw Refused(Wanted<T>(only), $"Strict accepts only {only}");
        }
    }

    private static string Wanted<T>(VariableType only) =>
        only is VariableType.Json or VariableType.Xml ? $"{CSharpName.Of(typeof(T))} ({only})" : CSharpName.Of(typeof(T));

    /// <summary>Creates the exception for a value that cannot be read as a type.</summary>
    public VariableException Refused<T>(string? reason = null) => Refused(CSharpName.Of(typeof(T)), reason);

    /// <summary>Creates the exception for a value that cannot be read as wanted.</summary>
    /// <param name="wanted">The C# type, with the engine type in parentheses for documents.</param>
    /// <param name="reason">The reason, as a clause without a full stop and without the value; or null.</param>
    /// <param name="inner">The cause, or null.</param>
    public VariableException Refused(string wanted, string? reason = null, Exception? inner = null) =>
        VariableException.NotReadable(Name, TypeName, IsNull, wanted, IsNull ? null : Opaque() ?? reason, inner);

    /// <summary>The value's JSON as received.</summary>
    public byte[] ToRawJson() => Token switch
    {
        JsonTokenType.None => "null"u8.ToArray(),
        JsonTokenType.String => [(byte)'"', .. Bytes, (byte)'"'],
        _ => Bytes.ToArray(),
    };

    /// <summary>One of the infos as text, or null.</summary>
    public string? Info(string name) => InfoText(System.Text.Encoding.UTF8.GetBytes(name));

    private string? Opaque() => Type switch
    {
        VariableType.File => "the content of a file is not fetched with the task; read it as CamundaFile",
        VariableType.Object when IsJavaObject =>
            $"it is a Java-serialized {InfoText("objectTypeName"u8) ?? "object"}, which only Java can read. Let the engine serialize objects as JSON "
            + "(defaultSerializationFormat=application/json), fetch with DeserializeValues, or set a JSON value in the process",
        _ => null,
    };

    private bool HasInfo(ReadOnlySpan<byte> key) => TryFindInfo(key, out var reader) && reader.TokenType != JsonTokenType.Null;

    private bool InfoIs(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) =>
        TryFindInfo(key, out var reader) && reader.TokenType == JsonTokenType.String && LenientText.Is(in reader, value);

    private string? InfoText(ReadOnlySpan<byte> key) =>
        TryFindInfo(key, out var reader) && reader.TokenType == JsonTokenType.String ? LenientText.Read(in reader) : null;

    private bool TryFindInfo(ReadOnlySpan<byte> key, out Utf8JsonReader reader)
    {
        reader = default;
        if (InfoBytes.Length <= 2)
        {
            return false;
        }

        reader = new Utf8JsonReader(InfoBytes, AnyDepth.Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = LenientText.Is(in reader, key);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
