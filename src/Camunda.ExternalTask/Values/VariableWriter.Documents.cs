using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

public readonly partial struct VariableWriter
{
    /// <summary>Writes a value of a user's type as Json.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null variable, not the JSON text <c>null</c>.</param>
    /// <param name="typeInfo">How to write it.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">It cannot be written as JSON; the inner exception says why.</exception>
    public void WriteJson<T>(ReadOnlySpan<byte> utf8Name, T? value, JsonTypeInfo<T> typeInfo, bool transient = false) =>
        Entry(utf8Name, transient).WriteJson(value is null ? null : Serialize(utf8Name, value, typeInfo));

    /// <summary>Writes JSON of any shape.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null or undefined becomes a null variable.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteJson(ReadOnlySpan<byte> utf8Name, JsonElement? value, bool transient = false) =>
        Entry(utf8Name, transient)
            .WriteText(VariableType.Json, value is { ValueKind: not JsonValueKind.Undefined } element ? element.GetRawText() : null);

    /// <summary>Writes JSON of any shape.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null variable.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteJson(ReadOnlySpan<byte> utf8Name, JsonNode? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteText(VariableType.Json, value?.ToJsonString());

    /// <summary>Writes text that is JSON already. It is checked: the engine would store broken JSON without a word, and a later step would fail on it.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The JSON text.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">The text is no JSON.</exception>
    public void WriteJsonText(ReadOnlySpan<byte> utf8Name, string? value, bool transient = false)
    {
        if (value is not null && DocumentText.FaultOfJson(value) is { } fault)
        {
            throw VariableException.NotWritable(Text(utf8Name), "its text is no JSON", fault);
        }

        Entry(utf8Name, transient).WriteText(VariableType.Json, value);
    }

    /// <summary>Writes an XML document or element.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">It holds characters that XML does not have.</exception>
    public void WriteXml(ReadOnlySpan<byte> utf8Name, XNode? value, bool transient = false)
    {
        string? text;
        try
        {
            text = value is null ? null : DocumentText.Of(value);
        }
        catch (ArgumentException exception)
        {
            throw VariableException.NotWritable(Text(utf8Name), "it holds characters that XML does not have", exception);
        }

        WriteXml(utf8Name, text, transient);
    }

    /// <summary>Writes text that is XML already, unchecked.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The XML text.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">The text holds half a surrogate pair.</exception>
    public void WriteXml(ReadOnlySpan<byte> utf8Name, string? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteText(VariableType.Xml, value);

    /// <summary>Writes a value as an Object of <c>application/json</c>, which Java deserializes into the given class.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">How to write it.</param>
    /// <param name="objectTypeName">The Java class, for example <c>com.example.Customer</c>. The engine does not check it here: a wrong one is noticed by the step that opens it.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">It cannot be written as JSON, or the class name is blank.</exception>
    public void WriteObject<T>(ReadOnlySpan<byte> utf8Name, T? value, JsonTypeInfo<T> typeInfo, string objectTypeName, bool transient = false)
    {
        if (string.IsNullOrWhiteSpace(objectTypeName))
        {
            throw VariableException.NotWritable(Text(utf8Name), "an Object needs the name of its Java class");
        }

        Entry(utf8Name, transient).WriteObject(value is null ? null : Serialize(utf8Name, value, typeInfo), objectTypeName);
    }

    /// <summary>Writes a file with its content, as Base64.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The file; null becomes a null without type, as the engine knows no null file.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">Its content was not loaded: the engine would have to store an empty one.</exception>
    public void WriteFile(ReadOnlySpan<byte> utf8Name, CamundaFile? value, bool transient = false)
    {
        if (value is null)
        {
            WriteNull(utf8Name);
            return;
        }

        if (!value.IsLoaded)
        {
            throw VariableException.NotWritable(Text(utf8Name), "it is a file whose content was not loaded");
        }

        Entry(utf8Name, transient).WriteFile(value);
    }

    /// <summary>Writes a value by a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null without type, and the converter is not asked.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">The converter does not write the value; the inner exception says why.</exception>
    public void WriteAs<T, TConverter>(ReadOnlySpan<byte> utf8Name, T? value, bool transient = false)
        where TConverter : IVariableConverter<T>
    {
        if (value is null)
        {
            WriteNull(utf8Name);
            return;
        }

        var written = VariableConversion.Write<T, TConverter>(Text(utf8Name), value);
        Write(utf8Name, transient ? written.AsTransient() : written);
    }

    /// <summary>Writes a value as it says.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null without type.</param>
    /// <exception cref="VariableException">It is a file that was fetched, whose content is not there: the engine would have to store an empty one.</exception>
    public void Write(ReadOnlySpan<byte> utf8Name, TypedValue? value)
    {
        if (value is null)
        {
            WriteNull(utf8Name);
            return;
        }

        if (value.Type == VariableType.File && value.ValueJson.Span is not [(byte)'"', ..])
        {
            throw VariableException.NotWritable(Text(utf8Name), value.IsNull ? "the engine knows no null file" : "it is a file whose content was not loaded");
        }

        json.WriteStartObject(utf8Name);
        value.WriteTo(json, _dateFormat);
        json.WriteEndObject();
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, TypedValue?)"/>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">The value; null becomes a null without type.</param>
    public void Write(string name, TypedValue? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!LenientText.IsWellFormed(name))
        {
            throw VariableException.NotWritable(name, "its name holds half of a surrogate pair");
        }

        Write(System.Text.Encoding.UTF8.GetBytes(name), value);
    }

    /// <summary>Writes values as they say.</summary>
    /// <param name="variables">The values by name; null: none.</param>
    /// <exception cref="VariableException">One of them is a fetched file without its content.</exception>
    public void WriteAll(IReadOnlyDictionary<string, TypedValue>? variables)
    {
        if (variables is null)
        {
            return;
        }

        foreach (var (name, value) in variables)
        {
            Write(name, value);
        }
    }

    private static byte[] Serialize<T>(ReadOnlySpan<byte> utf8Name, T value, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(value, typeInfo);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw VariableException.NotWritable(Text(utf8Name), $"{CSharpName.Of(typeof(T))} cannot become JSON", exception);
        }
    }
}
