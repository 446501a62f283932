using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// An immutable value with its engine type and infos. A received value is written unchanged, byte for byte, even if this library does not know its type. Only a
/// Date is rewritten, for an engine with another date format.
/// </summary>
public sealed partial class TypedValue : IEquatable<TypedValue>
{
    private readonly byte[] _value;
    private readonly byte[] _info;
    private readonly EngineDateFormat _dateFormat;

    private TypedValue(string typeName, byte[] value, byte[]? info = null, bool isTransient = false, EngineDateFormat? dateFormat = null)
    {
        TypeName = typeName;
        Type = VariableTypeNames.Parse(Encoding.UTF8.GetBytes(typeName));
        _value = value;
        _info = info ?? [];
        _dateFormat = dateFormat ?? EngineDateFormat.Default;
        IsTransient = isTransient;
    }

    /// <summary>The engine type; <see cref="VariableType.Default"/> for a type that this library does not know.</summary>
    public VariableType Type { get; }

    /// <summary>The name of the engine type on the wire; empty for a value without a type.</summary>
    public string TypeName { get; }

    /// <summary>Whether there is no value; a null keeps its type. A fetched file is not null, although a fetch does not contain its content.</summary>
    public bool IsNull => View.IsNull;

    /// <summary>Whether the engine keeps the value out of its database: only steps of the same transaction see it. False for a received value.</summary>
    public bool IsTransient { get; }

    /// <summary>The value's JSON on the wire, in UTF-8; a document is a JSON string.</summary>
    public ReadOnlyMemory<byte> ValueJson => _value;

    /// <summary>The JSON object of the value's infos (<c>objectTypeName</c>, <c>serializationDataFormat</c>, <c>filename</c> …), in UTF-8; empty without infos.</summary>
    public ReadOnlyMemory<byte> ValueInfoJson => _info;

    private VariableValue View => Over(_value, _info, TypeName, _dateFormat);

    /// <summary>Whether type, value, infos and transience are equal.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    public static bool operator ==(TypedValue? left, TypedValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether type, value, infos or transience differ.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    public static bool operator !=(TypedValue? left, TypedValue? right) => !(left == right);

    /// <summary>Reads the value as a C# type, with the conversions of <see cref="VariableReader.Read{T}"/>.</summary>
    /// <typeparam name="T">
    /// A number, <see cref="bool"/>, <see cref="char"/>, <see cref="string"/>, <see cref="Guid"/>, <see cref="Uri"/>, a date or time, bytes, a JSON DOM type, an
    /// XML type, <see cref="CamundaFile"/>; nullable to accept null.
    /// </typeparam>
    /// <exception cref="VariableException">The value cannot be converted, or is null and <typeparamref name="T"/> does not accept null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not one of these types. Use <see cref="GetJson"/> for your own types.</exception>
    public T? Get<T>() => UntypedReader.Read<T>(View);

    /// <summary>Reads the value as your own type, from JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    /// <returns>Null if the value is null.</returns>
    /// <exception cref="VariableException">The value is not JSON, or is malformed.</exception>
    public T? GetJson<T>(JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return IsNull ? default : View.ToJson(typeInfo, strict: false);
    }

    /// <summary>Reads the value with a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <exception cref="VariableException">The value is null (check <see cref="IsNull"/> first), or the converter failed.</exception>
    public T Get<T, TConverter>()
        where TConverter : IVariableConverter<T> => VariableConversion.Read<T, TConverter>(View);

    /// <summary>Reads one of the value's infos.</summary>
    /// <param name="name">The name of the info, for example <c>objectTypeName</c> or <c>mimeType</c>.</param>
    public string? GetInfo(string name) => View.Info(name);

    /// <summary>Creates a copy that the engine keeps out of its database.</summary>
    public TypedValue AsTransient() => new(TypeName, _value, _info, isTransient: true, _dateFormat);

    /// <inheritdoc/>
    public bool Equals(TypedValue? other) =>
        other is not null
        && TypeName == other.TypeName
        && IsTransient == other.IsTransient
        && _dateFormat.IsSameAs(other._dateFormat)
        && _value.AsSpan().SequenceEqual(other._value)
        && _info.AsSpan().SequenceEqual(other._info);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TypedValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(TypeName);
        hash.AddBytes(_value);
        return hash.ToHashCode();
    }

    /// <summary>The type's name. The value may be confidential and is not included.</summary>
    public override string ToString() => IsNull ? $"{TypeName} (null)" : TypeName;

    internal static TypedValue Copy(VariableValue value)
    {
        var info = value.InfoBytes is { Length: > 2 } bytes ? bytes.ToArray() : null;
        return new(value.TypeName, value.ToRawJson(), info, isTransient: false, value.Type == VariableType.Date ? value.DateFormat : null);
    }

    private static VariableValue Over(byte[] value, byte[] info, string typeName, EngineDateFormat dateFormat)
    {
        var reader = new Utf8JsonReader(value);
        reader.Read();
        var isString = reader.TokenType == JsonTokenType.String;
        return new()
        {
            TypeBytes = Encoding.UTF8.GetBytes(typeName),
            Token = reader.TokenType,
            Bytes = isString ? reader.ValueSpan : value,
            IsEscaped = isString && reader.ValueIsEscaped,
            InfoBytes = info,
            DateFormat = dateFormat,
        };
    }
}
