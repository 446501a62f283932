using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// A value with its engine type and its infos, immutable. One that was read is written back the same, byte for byte, also if its type is unknown to
/// this library; only a date is rewritten where the engine's date format is another one.
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

    /// <summary>The engine type; <see cref="VariableType.Default"/> for one this library does not know.</summary>
    public VariableType Type { get; }

    /// <summary>The name of the engine type as on the wire; empty if the value came without one.</summary>
    public string TypeName { get; }

    /// <summary>Whether there is no value; the type stays. A fetched file is not null although its content does not come with it.</summary>
    public bool IsNull => View.IsNull;

    /// <summary>Whether the engine keeps the value out of its database: it is visible to the steps of the same transaction only. Only sent, never received.</summary>
    public bool IsTransient { get; }

    /// <summary>The JSON of the value as on the wire (documents are JSON strings there), UTF-8.</summary>
    public ReadOnlyMemory<byte> ValueJson => _value;

    /// <summary>The JSON object with the value's infos (<c>objectTypeName</c>, <c>serializationDataFormat</c>, <c>filename</c> …), UTF-8; empty if there are none.</summary>
    public ReadOnlyMemory<byte> ValueInfoJson => _info;

    private VariableValue View => Over(_value, _info, TypeName, _dateFormat);

    /// <summary>Whether both have the same type, value, infos and transience.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TypedValue? left, TypedValue? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ in type, value, infos or transience.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TypedValue? left, TypedValue? right) => !(left == right);

    /// <summary>The value as a C# type, converted as <see cref="VariableReader"/> does.</summary>
    /// <typeparam name="T">
    /// A number, <see cref="bool"/>, <see cref="char"/>, <see cref="string"/>, <see cref="Guid"/>, <see cref="Uri"/>, a date or time, bytes, a JSON DOM type, an
    /// XML type, <see cref="CamundaFile"/>; nullable to take null.
    /// </typeparam>
    /// <exception cref="VariableException">It does not fit, or is null and <typeparamref name="T"/> takes no null.</exception>
    /// <exception cref="NotSupportedException">Not one of the supported types; use <see cref="GetJson"/> for your own.</exception>
    public T? Get<T>() => UntypedReader.Read<T>(View);

    /// <summary>The value as a type of your own, from JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">How to read it.</param>
    /// <returns>Null if the value is null.</returns>
    /// <exception cref="VariableException">It is no JSON, or broken.</exception>
    public T? GetJson<T>(JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return IsNull ? default : View.ToJson(typeInfo, strict: false);
    }

    /// <summary>The value by a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <exception cref="VariableException">It is null (ask <see cref="IsNull"/> before), or the converter does not take it.</exception>
    public T Get<T, TConverter>()
        where TConverter : IVariableConverter<T> => VariableConversion.Read<T, TConverter>(View);

    /// <summary>One of the value's infos, or null.</summary>
    /// <param name="name">Its name, for example <c>objectTypeName</c> or <c>mimeType</c>.</param>
    public string? GetInfo(string name) => View.Info(name);

    /// <summary>The same value, kept out of the engine's database.</summary>
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

    /// <summary>The type, never the value, which may be confidential.</summary>
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
