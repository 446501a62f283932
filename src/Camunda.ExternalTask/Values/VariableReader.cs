using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Scalars;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// Reads the <c>variables</c> of a fetched task in one forward pass, from UTF-8 JSON directly into values, without other allocations.
/// </summary>
/// <remarks>
/// The methods convert every value that converts without loss, independently of the culture, because the engine type depends on the model: <c>5</c> is a
/// String, <c>${5}</c> a Long, a division a Double. Nothing is truncated or rounded. With <c>strict</c> they accept only the engine type that the C# type is
/// written as. All throw <see cref="VariableException"/> if the value is null or cannot be converted.
/// </remarks>
public ref struct VariableReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly IVariableSource? _source;
    private Utf8JsonReader _reader;
    private VariableValue _current;
    private bool _started;

    /// <summary>Creates a reader of a JSON object of variables.</summary>
    /// <param name="variablesJson">The object with its braces, in UTF-8; empty for no variables.</param>
    public VariableReader(ReadOnlySpan<byte> variablesJson)
    {
        _json = variablesJson;
        _reader = new(variablesJson, AnyDepth.Options);
    }

    internal VariableReader(ReadOnlySpan<byte> variablesJson, IVariableSource? source)
        : this(variablesJson) => _source = source;

    /// <summary>The variable's name.</summary>
    public readonly string Name => _current.Name;

    /// <summary>Whether the variable is null, with or without a type.</summary>
    public readonly bool IsNull => _current.IsNull;

    /// <summary>The variable's engine type; <see cref="VariableType.Default"/> for a type that this library does not know.</summary>
    public readonly VariableType Type => _current.Type;

    /// <summary>The name of the engine type as received.</summary>
    public readonly string TypeName => _current.TypeName;

    internal readonly VariableValue Current => _current;

    /// <summary>Advances to the next variable.</summary>
    /// <returns>False after the last variable.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public bool MoveNext()
    {
        if (!_started)
        {
            _started = true;
            if (_json.IsEmpty || (_reader.Read() && _reader.TokenType == JsonTokenType.Null))
            {
                return false;
            }
        }

        if (_json.IsEmpty || !_reader.Read() || _reader.TokenType != JsonTokenType.PropertyName)
        {
            _current = default;
            return false;
        }

        ReadOnlySpan<byte> name = _reader.ValueSpan, type = default, value = default, info = default;
        bool nameIsEscaped = _reader.ValueIsEscaped, valueIsEscaped = false;
        var token = JsonTokenType.None;
        _reader.Read();
        var isWrapped = _reader.TokenType == JsonTokenType.StartObject;
        while (isWrapped && _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (LenientText.Is(in _reader, "value"u8))
            {
                _reader.Read();
                token = _reader.TokenType;
                valueIsEscaped = _reader.ValueIsEscaped;
                value = token == JsonTokenType.String ? _reader.ValueSpan : Skip();
            }
            else if (LenientText.Is(in _reader, "type"u8))
            {
                _reader.Read();
                type = _reader.TokenType == JsonTokenType.String ? _reader.ValueSpan : default;
                _reader.Skip();
            }
            else if (LenientText.Is(in _reader, "valueInfo"u8))
            {
                _reader.Read();
                var isObject = _reader.TokenType == JsonTokenType.StartObject;
                info = Skip();
                info = isObject ? info : default;
            }
            else
            {
                _reader.Skip();
            }
        }

        if (!isWrapped && _reader.TokenType != JsonTokenType.Null)
        {
            throw new JsonException($"Variable '{LenientText.Read(name, nameIsEscaped)}' is not an object with type and value.");
        }

        _current = new()
        {
            NameBytes = name,
            NameIsEscaped = nameIsEscaped,
            TypeBytes = type,
            Token = token,
            Bytes = value,
            IsEscaped = valueIsEscaped,
            InfoBytes = info,
            Source = _source,
        };
        return true;
    }

    /// <summary>Whether the variable has this name. Names are case-sensitive.</summary>
    /// <param name="utf8Name">The name in UTF-8.</param>
    public readonly bool NameEquals(ReadOnlySpan<byte> utf8Name) => _current.NameEquals(utf8Name);

    /// <summary>Reads a scalar, converted if the conversion loses nothing.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item>Numbers: every number type and text, if <typeparamref name="T"/> represents the number exactly. <c>5.0</c> is an <see cref="int"/>, <c>5.5</c> is not;
    /// a <see cref="float"/> and a <see cref="double"/> also read the number that is their shortest text. Floating-point types read <c>NaN</c>, <c>Infinity</c> and
    /// <c>-Infinity</c>.</item>
    /// <item><see cref="bool"/>: Boolean, and text <c>true</c> or <c>false</c> in any case; not numbers.</item>
    /// <item><see cref="string"/>: text; numbers, truth values and dates as received; documents as their text. A lone surrogate is kept.</item>
    /// <item><see cref="DateTimeOffset"/> and <see cref="DateTime"/> (UTC): Date, and text in which time, seconds, fraction and offset are optional. Without an
    /// offset it is local time.</item>
    /// <item><see cref="DateOnly"/>: text <c>yyyy-MM-dd</c>. <see cref="TimeOnly"/>: text <c>HH:mm[:ss[.fffffff]]</c>. <see cref="TimeSpan"/>: text in ISO 8601
    /// without years and months, or <c>d.hh:mm:ss</c>.</item>
    /// <item><see cref="char"/>: text of one UTF-16 unit. <see cref="Uri"/>: absolute or relative. Bytes: Bytes, and the bytes of a Java-serialized object.</item>
    /// </list>
    /// </remarks>
    /// <typeparam name="T">
    /// A number, <see cref="bool"/>, <see cref="char"/>, <see cref="string"/>, <see cref="Guid"/>, <see cref="Uri"/>, a date, time or duration, or bytes. A
    /// nullable value type reads null as null.
    /// </typeparam>
    /// <param name="strict">Whether to accept only the engine type that <typeparamref name="T"/> is written as.</param>
    /// <exception cref="VariableException">The variable is null or cannot be converted.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not one of these types.</exception>
    public readonly T Read<T>(bool strict = false) => ScalarOf<T>.Row.Read(in _current, strict);

    /// <summary>Reads a file: its name, MIME type and encoding. Its content is downloaded on demand.</summary>
    /// <param name="strict">Without effect: only a File can be read as a file.</param>
    /// <exception cref="VariableException">The variable is null or not a File.</exception>
    public readonly CamundaFile ReadFile(bool strict = false) => _current.ToFile(strict);

    /// <summary>Reads a user's type from Json, text, or an Object of <c>application/json</c>, also one that the engine deserialized.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    /// <param name="strict">Whether to accept only Json.</param>
    /// <returns>The value; null only for the JSON text <c>null</c>.</returns>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is malformed.</exception>
    public readonly T? ReadJson<T>(JsonTypeInfo<T> typeInfo, bool strict = false) => _current.ToJson(typeInfo, strict);

    /// <summary>Reads JSON of any shape, from the types that <see cref="ReadJson"/> accepts.</summary>
    /// <param name="strict">Whether to accept only Json.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is malformed.</exception>
    public readonly JsonElement ReadJsonElement(bool strict = false) => _current.ToJsonElement(strict);

    /// <summary>Reads JSON of any shape, from the types that <see cref="ReadJson"/> accepts.</summary>
    /// <param name="strict">Whether to accept only Json.</param>
    /// <returns>The node; null only for the JSON text <c>null</c>.</returns>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is malformed.</exception>
    public readonly JsonNode? ReadJsonNode(bool strict = false) => _current.ToJsonNode(strict);

    /// <summary>Reads an XML document from Xml, text, or an Object of <c>application/xml</c>. A document type declaration is rejected.</summary>
    /// <param name="strict">Whether to accept only Xml.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is malformed.</exception>
    public readonly XDocument ReadXDocument(bool strict = false) => _current.ToXDocument(strict);

    /// <summary>Reads the root of an XML document, from the types that <see cref="ReadXDocument"/> accepts.</summary>
    /// <param name="strict">Whether to accept only Xml.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is malformed.</exception>
    public readonly XElement ReadXElement(bool strict = false) => _current.ToXElement(strict);

    /// <summary>Reads a value with a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <exception cref="VariableException">The variable is null, or the converter failed; the inner exception is the converter's.</exception>
    public readonly T ReadAs<T, TConverter>()
        where TConverter : IVariableConverter<T> => VariableConversion.Read<T, TConverter>(_current);

    /// <summary>Reads the value unchanged, with its type and infos: null and unknown types, too. Writing it produces the same JSON.</summary>
    public readonly TypedValue ReadTyped() => TypedValue.Copy(_current);

    /// <summary>Creates the exception for a value that was read but is not valid, for example because it is not a member of an enum.</summary>
    /// <param name="wanted">The wanted type, for example the enum's name.</param>
    public readonly VariableException NotReadable(string wanted) =>
        _current.Refused(wanted, Type == VariableType.String ? "its value is not one of the known values" : null);

    private ReadOnlySpan<byte> Skip()
    {
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return _json[start..(int)_reader.BytesConsumed];
    }
}
