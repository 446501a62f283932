using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>One value as it came, still in its bytes, and all conversions of it. Nothing is lost: what does not fit is an error.</summary>
internal readonly ref partial struct VariableValue
{
    private const string StrictRefuses = "it is Strict and converts nothing";
    private const string DoesNotFit = "its value does not fit without loss";

    /// <summary>The name's bytes; empty for a value without one.</summary>
    public ReadOnlySpan<byte> NameBytes { get; init; }

    /// <summary>Whether the name holds escapes.</summary>
    public bool NameIsEscaped { get; init; }

    /// <summary>The type's name; empty if there is none.</summary>
    public ReadOnlySpan<byte> TypeBytes { get; init; }

    /// <summary>The token of the value.</summary>
    public JsonTokenType Token { get; init; }

    /// <summary>The value's JSON; of a string without the quotes.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>Whether the value is a string with escapes.</summary>
    public bool IsEscaped { get; init; }

    /// <summary>The JSON of <c>valueInfo</c>; empty if there is none.</summary>
    public ReadOnlySpan<byte> InfoBytes { get; init; }

    /// <summary>Where it came from; null for a value that did not come with a task.</summary>
    public IVariableSource? Source { get; init; }

    /// <summary>The format of its date.</summary>
    public EngineDateFormat DateFormat
    {
        get => field ?? Source?.DateFormat ?? EngineDateFormat.Default;
        init;
    }

    public string Name => LenientText.Read(NameBytes, NameIsEscaped);

    public VariableType Type => VariableTypeNames.Parse(TypeBytes);

    public string TypeName => Type is var type && type != VariableType.Default ? VariableTypeNames.Of(type) : LenientText.Read(TypeBytes, TypeBytes.Contains((byte)'\\'));

    /// <summary>Whether there is no value. The content of a file never comes with a fetch: only one without a file name is null.</summary>
    public bool IsNull => Token is JsonTokenType.Null or JsonTokenType.None && !(Type == VariableType.File && HasInfo("filename"u8));

    /// <summary>Whether it is sent to be kept out of the engine's database.</summary>
    public bool IsTransient => TryFindInfo("transient"u8, out var reader) && reader.TokenType == JsonTokenType.True;

    private bool IsString => Token == JsonTokenType.String;

    /// <summary>Text, and not the text form of something else.</summary>
    private bool IsText => IsString && Type is VariableType.String or VariableType.Default;

    /// <summary>A serialized object whose text is JSON.</summary>
    private bool IsJsonObject => Type == VariableType.Object && (!IsString || InfoIs("serializationDataFormat"u8, "application/json"u8));

    private bool IsXmlObject => Type == VariableType.Object && IsString && InfoIs("serializationDataFormat"u8, "application/xml"u8);

    private bool IsJavaObject => Type == VariableType.Object && InfoIs("serializationDataFormat"u8, "application/x-java-serialized-object"u8);

    /// <summary>Whether the value has this name.</summary>
    public bool NameEquals(ReadOnlySpan<byte> utf8Name)
    {
        if (!NameIsEscaped)
        {
            return NameBytes.SequenceEqual(utf8Name);
        }

        // An escape is never shorter than what it stands for.
        Span<byte> scratch = NameBytes.Length <= 256 ? stackalloc byte[256] : new byte[NameBytes.Length];
        return NameBytes.Length > utf8Name.Length && LenientText.TryUnescape(NameBytes, scratch, out var length) && scratch[..length].SequenceEqual(utf8Name);
    }

    /// <summary>The value's text without escapes.</summary>
    /// <param name="scratch">Room for it, if it has to be unescaped and fits.</param>
    private ReadOnlySpan<byte> Text(Span<byte> scratch)
    {
        if (!IsEscaped)
        {
            return Bytes;
        }

        var destination = Bytes.Length <= scratch.Length ? scratch : new byte[Bytes.Length];

        // A lone surrogate is in no number, date or identifier: an empty text is refused by all of their parsers.
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
            throw Refused(Wanted<T>(only), StrictRefuses);
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
    public VariableException Refused(string wanted, string? reason = null, Exception? inner = null)
    {
        var type = TypeName;
        var received = (IsNull, type) switch
        {
            (true, "" or "Null") => "null",
            (true, _) => $"null ({type})",
            (false, "") => "of no type",
            _ => type,
        };
        return VariableException.NotReadable(Name, received, wanted, IsNull ? null : Opaque() ?? reason, inner);
    }

    /// <summary>The value's JSON as it came.</summary>
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
        VariableType.File => "a file's content does not come with the task, it is fetched on demand",
        VariableType.Object when IsJavaObject =>
            $"it is a Java-serialized {InfoText("objectTypeName"u8) ?? "object"}, opaque to everyone but Java. Let the engine serialize to JSON "
            + "(defaultSerializationFormat=application/json), deserialize what is fetched (DeserializeValues), or set it as a JSON value in the process",
        _ => null,
    };

    private bool HasInfo(ReadOnlySpan<byte> key) => TryFindInfo(key, out var reader) && reader.TokenType != JsonTokenType.Null;

    private bool InfoIs(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) =>
        TryFindInfo(key, out var reader) && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value);

    private string? InfoText(ReadOnlySpan<byte> key) =>
        TryFindInfo(key, out var reader) && reader.TokenType == JsonTokenType.String ? LenientText.Read(in reader) : null;

    private bool TryFindInfo(ReadOnlySpan<byte> key, out Utf8JsonReader reader)
    {
        reader = default;
        if (InfoBytes.Length <= 2)
        {
            return false;
        }

        reader = new Utf8JsonReader(InfoBytes);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(key);
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
