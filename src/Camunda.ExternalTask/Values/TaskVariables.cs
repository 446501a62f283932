using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// Untyped access to the variables of a fetched task. Each call searches their JSON again; declare variables that a handler always reads as an input.
/// </summary>
public readonly struct TaskVariables
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly IVariableSource? _source;

    /// <summary>Creates access to a JSON object of variables.</summary>
    /// <param name="json">The object with its braces, in UTF-8; empty for no variables.</param>
    public TaskVariables(ReadOnlyMemory<byte> json)
        : this(json, null)
    {
    }

    internal TaskVariables(ReadOnlyMemory<byte> json, IVariableSource? source)
    {
        _json = json;
        _source = source;
    }

    /// <summary>The names of the variables, in the engine's order.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            var names = new List<string>();
            var reader = new VariableReader(_json.Span, _source);
            while (reader.MoveNext())
            {
                names.Add(reader.Name);
            }

            return names;
        }
    }

    /// <summary>Whether the variable was fetched, null or not.</summary>
    /// <param name="name">The variable's name, case-sensitive.</param>
    public bool Contains(string name) => TryFind(name, out _);

    /// <summary>Reads a variable, converted as <see cref="VariableReader"/> does.</summary>
    /// <typeparam name="T">One of the types of <see cref="TypedValue.Get{T}()"/>; nullable to accept null.</typeparam>
    /// <param name="name">The variable's name, case-sensitive.</param>
    /// <exception cref="VariableException">The variable is missing, cannot be converted, or is null and <typeparamref name="T"/> does not accept null.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not one of these types. Use <see cref="GetJson"/> for your own types.</exception>
    public T? Get<T>(string name) =>
        TryFind(name, out var reader) ? UntypedReader.Read<T>(reader.Current) : throw VariableException.Missing(name, CSharpName.Of(typeof(T)));

    /// <summary>Reads a variable that may be missing.</summary>
    /// <typeparam name="T">One of the types of <see cref="TypedValue.Get{T}()"/>; nullable to accept null.</typeparam>
    /// <param name="name">The variable's name, case-sensitive.</param>
    /// <param name="value">The value; the type's default if the variable is missing.</param>
    /// <returns>Whether the variable was fetched.</returns>
    /// <exception cref="VariableException">The variable cannot be converted, or is null and <typeparamref name="T"/> does not accept null.</exception>
    public bool TryGet<T>(string name, out T? value)
    {
        var found = TryFind(name, out var reader);
        value = found ? UntypedReader.Read<T>(reader.Current) : default;
        return found;
    }

    /// <summary>Reads a variable of your own type from JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The variable's name, case-sensitive.</param>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    /// <returns>Null if the variable is null.</returns>
    /// <exception cref="VariableException">The variable is missing, is not JSON, or is malformed.</exception>
    public T? GetJson<T>(string name, JsonTypeInfo<T> typeInfo) =>
        TryGetJson(name, typeInfo, out var value) ? value : throw VariableException.Missing(name, CSharpName.Of(typeof(T)));

    /// <summary>Reads a variable of your own type from JSON; it may be missing.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The variable's name, case-sensitive.</param>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    /// <param name="value">The value; the type's default if the variable is missing or null.</param>
    /// <returns>Whether the variable was fetched.</returns>
    /// <exception cref="VariableException">The variable is not JSON, or is malformed.</exception>
    public bool TryGetJson<T>(string name, JsonTypeInfo<T> typeInfo, out T? value)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        var found = TryFind(name, out var reader);
        value = found && !reader.IsNull ? reader.ReadJson(typeInfo) : default;
        return found;
    }

    /// <summary>Reads a variable with a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <param name="name">The variable's name, case-sensitive.</param>
    /// <exception cref="VariableException">The variable is missing or null (use <see cref="TryGetTyped"/> for these), or the converter failed.</exception>
    public T Get<T, TConverter>(string name)
        where TConverter : IVariableConverter<T> =>
        TryFind(name, out var reader) ? reader.ReadAs<T, TConverter>() : throw VariableException.Missing(name, CSharpName.Of(typeof(T)));

    /// <summary>Reads a variable unchanged, with its type and infos.</summary>
    /// <param name="name">The variable's name, case-sensitive.</param>
    /// <exception cref="VariableException">The variable is missing.</exception>
    public TypedValue GetTyped(string name) => TryGetTyped(name, out var value) ? value : throw VariableException.Missing(name, "any type");

    /// <summary>Reads a variable unchanged, with its type and infos; it may be missing.</summary>
    /// <param name="name">The variable's name, case-sensitive.</param>
    /// <param name="value">The value; null if the variable is missing.</param>
    /// <returns>Whether the variable was fetched.</returns>
    public bool TryGetTyped(string name, [NotNullWhen(true)] out TypedValue? value)
    {
        value = TryFind(name, out var reader) ? reader.ReadTyped() : null;
        return value is not null;
    }

    /// <summary>Reads all variables unchanged, with their types and infos, for example to write them again.</summary>
    public IReadOnlyDictionary<string, TypedValue> ToDictionary()
    {
        var values = new Dictionary<string, TypedValue>(StringComparer.Ordinal);
        var reader = new VariableReader(_json.Span, _source);
        while (reader.MoveNext())
        {
            values[reader.Name] = reader.ReadTyped();
        }

        return values;
    }

    private bool TryFind(string name, out VariableReader reader)
    {
        ArgumentNullException.ThrowIfNull(name);
        var utf8 = Encoding.UTF8.GetBytes(name);
        reader = new VariableReader(_json.Span, _source);
        while (reader.MoveNext())
        {
            if (reader.NameEquals(utf8))
            {
                return true;
            }
        }

        return false;
    }
}
