using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Camunda.ExternalTask.Values;

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

    /// <summary>Reads a truth value: Boolean, or text <c>true</c> or <c>false</c> in any case; numbers are refused.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly bool ReadBoolean(bool strict = false) => _current.ToBoolean(strict);

    /// <summary>Reads a whole number from 0 to 255.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly byte ReadByte(bool strict = false) => _current.ToInteger<byte>(VariableType.Short, strict, "byte");

    /// <summary>Reads a whole number from -128 to 127.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly sbyte ReadSByte(bool strict = false) => _current.ToInteger<sbyte>(VariableType.Short, strict, "sbyte");

    /// <summary>Reads a whole number of 16 bits.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly short ReadInt16(bool strict = false) => _current.ToInteger<short>(VariableType.Short, strict, "short");

    /// <summary>Reads a whole number of 16 bits without sign.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly ushort ReadUInt16(bool strict = false) => _current.ToInteger<ushort>(VariableType.Integer, strict, "ushort");

    /// <summary>Reads a whole number of 32 bits: any number type and text, as long as it is whole (<c>5.0</c> is, <c>5.5</c> is not).</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly int ReadInt32(bool strict = false) => _current.ToInteger<int>(VariableType.Integer, strict, "int");

    /// <summary>Reads a whole number of 32 bits without sign.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly uint ReadUInt32(bool strict = false) => _current.ToInteger<uint>(VariableType.Long, strict, "uint");

    /// <summary>Reads a whole number of 64 bits, exact to the last digit.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly long ReadInt64(bool strict = false) => _current.ToInteger<long>(VariableType.Long, strict, "long");

    /// <summary>Reads a whole number of 64 bits without sign.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly ulong ReadUInt64(bool strict = false) => _current.ToInteger<ulong>(VariableType.String, strict, "ulong");

    /// <summary>Reads a number that a <see cref="float"/> holds exactly, or whose shortest text it has.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly float ReadSingle(bool strict = false) => _current.ToSingle(strict);

    /// <summary>Reads a number: Double, whole numbers that it holds exactly, text it does not round, <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly double ReadDouble(bool strict = false) => _current.ToDouble(strict);

    /// <summary>Reads a decimal number, exact, from text or any number type.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly decimal ReadDecimal(bool strict = false) => _current.ToDecimal(strict);

    /// <summary>Reads text of exactly one UTF-16 unit.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly char ReadChar(bool strict = false) => _current.ToChar(strict);

    /// <summary>Reads text; numbers, truth values and dates as they came, documents as their text. Half a surrogate pair, which the engine may send, stays one.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly string ReadString(bool strict = false) => _current.ToText(strict);

    /// <summary>Reads an identifier from text.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly Guid ReadGuid(bool strict = false) => _current.ToGuid(strict);

    /// <summary>Reads an absolute or relative address from text.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly Uri ReadUri(bool strict = false) => _current.ToUri(strict);

    /// <summary>Reads a duration from text: ISO 8601 without years and months, or <c>d.hh:mm:ss</c>.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly TimeSpan ReadTimeSpan(bool strict = false) => _current.ToTimeSpan(strict);

    /// <summary>Reads a calendar day from text, <c>yyyy-MM-dd</c>.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly DateOnly ReadDateOnly(bool strict = false) => _current.ToDateOnly(strict);

    /// <summary>Reads a time of day from text, <c>HH:mm[:ss[.fffffff]]</c>.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly TimeOnly ReadTimeOnly(bool strict = false) => _current.ToTimeOnly(strict);

    /// <summary>Reads an instant, from Date or text; the offset is the engine's zone. Time, seconds, fraction and offset may be missing; without an offset it is local time.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly DateTimeOffset ReadDateTimeOffset(bool strict = false) => _current.ToDateTimeOffset(strict);

    /// <summary>Reads an instant as UTC (<see cref="DateTimeKind.Utc"/>), read like <see cref="ReadDateTimeOffset"/>.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly DateTime ReadDateTime(bool strict = false) => _current.ToDateTimeOffset(strict, "DateTime").UtcDateTime;

    /// <summary>Reads bytes; also those of a Java-serialized object.</summary>
    /// <param name="strict">Whether nothing is converted.</param>
    /// <exception cref="VariableException">The variable is null or does not fit.</exception>
    public readonly byte[] ReadBytes(bool strict = false) => _current.ToBytes(strict);

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
