using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Scalars;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// Reads the <c>variables</c> of a fetched task, forward only and in one pass, from UTF-8 JSON straight into values: nothing else is allocated.
/// </summary>
/// <remarks>
/// Every method converts whatever fits without loss, whatever the culture, because what modellers type arrives as text (<c>5</c> is a String,
/// <c>${5}</c> a Long, a division a Double). Nothing is truncated or rounded. With <c>strict</c> only the engine type that the C# type is written as is
/// accepted. All throw <see cref="VariableException"/> if the value is null or does not fit.
/// </remarks>
public ref struct VariableReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly IVariableSource? _source;
    private Utf8JsonReader _reader;
    private VariableValue _current;
    private bool _started;

    /// <summary>Reads an object of variables.</summary>
    /// <param name="variablesJson">The object, braces included; empty: no variables.</param>
    public VariableReader(ReadOnlySpan<byte> variablesJson)
    {
        _json = variablesJson;
        _reader = new(variablesJson, AnyDepth.Options);
    }

    internal VariableReader(ReadOnlySpan<byte> variablesJson, IVariableSource? source)
        : this(variablesJson) => _source = source;

    /// <summary>The variable's name.</summary>
    public readonly string Name => _current.Name;

    /// <summary>Whether the variable is null, typed or not.</summary>
    public readonly bool IsNull => _current.IsNull;

    /// <summary>The variable's type; <see cref="VariableType.Default"/> for one this library does not know.</summary>
    public readonly VariableType Type => _current.Type;

    /// <summary>The name of the variable's type as it came.</summary>
    public readonly string TypeName => _current.TypeName;

    internal readonly VariableValue Current => _current;

    /// <summary>Goes to the next variable.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
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
            if (_reader.ValueTextEquals("value"u8))
            {
                _reader.Read();
                token = _reader.TokenType;
                valueIsEscaped = _reader.ValueIsEscaped;
                value = token == JsonTokenType.String ? _reader.ValueSpan : Skip();
            }
            else if (_reader.ValueTextEquals("type"u8))
            {
                _reader.Read();
                type = _reader.TokenType == JsonTokenType.String ? _reader.ValueSpan : default;
                _reader.Skip();
            }
            else if (_reader.ValueTextEquals("valueInfo"u8))
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
            throw new JsonException($"Variable '{LenientText.Read(name, nameIsEscaped)}' is no object of type and value.");
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

    /// <summary>Reads a scalar; a conversion must lose nothing.</summary>
    /// <remarks>
    /// Numbers of every engine type and their text become any number type that holds them exactly: <c>5.0</c> is an <see cref="int"/>, <c>5.5</c> is not. Text of
    /// numbers, truth values and identifiers may have white space around it. Bytes of a Java-serialized object are read, too. Which text each type reads is in the
    /// documentation of values.
    /// </remarks>
    /// <typeparam name="T">
    /// A number, <see cref="bool"/>, <see cref="char"/>, <see cref="string"/>, <see cref="Guid"/>, <see cref="Uri"/>, a date, time or duration, or bytes. A
    /// nullable value type reads null as null.
    /// </typeparam>
    /// <param name="strict">Whether to accept only the engine type that <typeparamref name="T"/> is written as.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not one of these types.</exception>
    public readonly T Read<T>(bool strict = false) => ScalarOf<T>.Row.Read(in _current, strict);

    /// <summary>Reads a file: its name and types; its content is downloaded when it is asked for.</summary>
    /// <param name="strict">Makes no difference: nothing else can become a file.</param>
    /// <exception cref="VariableException">The variable is null or no file.</exception>
    public readonly CamundaFile ReadFile(bool strict = false) => _current.ToFile(strict);

    /// <summary>Reads a value of a user's type from Json, Object of <c>application/json</c> (also deserialized by the engine) or text. Null only for the JSON text <c>null</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">How to read it.</param>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is broken.</exception>
    public readonly T? ReadJson<T>(JsonTypeInfo<T> typeInfo, bool strict = false) => _current.ToJson(typeInfo, strict);

    /// <summary>Reads JSON of any shape, from where <see cref="ReadJson"/> reads.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is broken.</exception>
    public readonly JsonElement ReadJsonElement(bool strict = false) => _current.ToJsonElement(strict);

    /// <summary>Reads JSON of any shape, from where <see cref="ReadJson"/> reads. Null only for the JSON text <c>null</c>.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is broken.</exception>
    public readonly JsonNode? ReadJsonNode(bool strict = false) => _current.ToJsonNode(strict);

    /// <summary>Reads an XML document from Xml, Object of <c>application/xml</c> or text; a document type declaration is refused.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is broken.</exception>
    public readonly XDocument ReadXDocument(bool strict = false) => _current.ToXDocument(strict);

    /// <summary>Reads the root of an XML document, from where <see cref="ReadXDocument"/> reads.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null, of another type, or its text is broken.</exception>
    public readonly XElement ReadXElement(bool strict = false) => _current.ToXElement(strict);

    /// <summary>Reads a value by a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <exception cref="VariableException">The variable is null, or the converter does not take it; the inner exception says why.</exception>
    public readonly T ReadAs<T, TConverter>()
        where TConverter : IVariableConverter<T> => VariableConversion.Read<T, TConverter>(_current);

    /// <summary>Keeps the value as it is: null, of any type, with its infos; writing it again gives the same.</summary>
    public readonly TypedValue ReadTyped() => TypedValue.Copy(_current);

    /// <summary>The exception for a value that was read but means nothing, for example no member of an enum.</summary>
    /// <param name="wanted">What the input wants, for example the enum's name.</param>
    public readonly VariableException NotReadable(string wanted) =>
        _current.Refused(wanted, Type == VariableType.String ? "its value is none of the known ones" : null);

    private ReadOnlySpan<byte> Skip()
    {
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return _json[start..(int)_reader.BytesConsumed];
    }
}
