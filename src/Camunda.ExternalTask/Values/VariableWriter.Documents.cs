using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;
using Camunda.ExternalTask.Values;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

public readonly partial struct VariableWriter
{
    private const string ContentNotLoaded = "the content of the file is not loaded; call CamundaFile.LoadAsync first";

    /// <summary>Writes a user's type as Json.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null variable, not the JSON text <c>null</c>.</param>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The value cannot be serialized as JSON; the inner exception is the serializer's.</exception>
    public void WriteJson<T>(ReadOnlySpan<byte> utf8Name, T? value, JsonTypeInfo<T> typeInfo, bool transient = false) =>
        Entry(utf8Name, transient).WriteJson(value is null ? null : Serialize(utf8Name, value, typeInfo));

    /// <summary>Writes JSON of any shape.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null or undefined becomes a null variable.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    public void WriteJson(ReadOnlySpan<byte> utf8Name, JsonElement? value, bool transient = false) =>
        Entry(utf8Name, transient)
            .WriteText(VariableType.Json, value is { ValueKind: not JsonValueKind.Undefined } element ? element.GetRawText() : null);

    /// <summary>Writes JSON of any shape.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null variable.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The value cannot be written as JSON, for example because it is nested more than 1,000 levels deep.</exception>
    public void WriteJson(ReadOnlySpan<byte> utf8Name, JsonNode? value, bool transient = false)
    {
        string? text;
        try
        {
            text = value?.ToJsonString();
        }
        catch (InvalidOperationException exception)
        {
            throw VariableException.NotWritable(Text(utf8Name), "it cannot be written as JSON", exception);
        }

        Entry(utf8Name, transient).WriteText(VariableType.Json, text);
    }

    /// <summary>Writes a JSON text as Json, after a check: the engine accepts malformed JSON silently, and a later step fails on it.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The JSON text.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The text is not JSON.</exception>
    public void WriteJsonText(ReadOnlySpan<byte> utf8Name, string? value, bool transient = false)
    {
        if (value is not null && DocumentText.FaultOfJson(value) is { } fault)
        {
            throw VariableException.NotWritable(Text(utf8Name), "its text is not JSON", fault);
        }

        Entry(utf8Name, transient).WriteText(VariableType.Json, value);
    }

    /// <summary>Writes an XML document or element as Xml.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The value contains characters that XML does not allow.</exception>
    public void WriteXml(ReadOnlySpan<byte> utf8Name, XNode? value, bool transient = false)
    {
        string? text;
        try
        {
            text = value is null ? null : DocumentText.Of(value);
        }
        catch (ArgumentException exception)
        {
            throw VariableException.NotWritable(Text(utf8Name), "it contains characters that XML does not allow", exception);
        }

        WriteXml(utf8Name, text, transient);
    }

    /// <summary>Writes an XML text as Xml, without a check.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The XML text.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The text contains half of a surrogate pair.</exception>
    public void WriteXml(ReadOnlySpan<byte> utf8Name, string? value, bool transient = false) =>
        Entry(utf8Name, transient).WriteText(VariableType.Xml, value);

    /// <summary>Writes a user's type as an Object of <c>application/json</c>, which Java deserializes as the given class.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">The JSON contract of the type.</param>
    /// <param name="objectTypeName">
    /// The Java class, for example <c>com.example.Customer</c>. The engine does not check it: a wrong name fails the step that deserializes the object.
    /// </param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The value cannot be serialized as JSON, or the class name is blank.</exception>
    public void WriteObject<T>(ReadOnlySpan<byte> utf8Name, T? value, JsonTypeInfo<T> typeInfo, string objectTypeName, bool transient = false)
    {
        if (string.IsNullOrWhiteSpace(objectTypeName))
        {
            throw VariableException.NotWritable(Text(utf8Name), "an Object requires the name of its Java class (ObjectTypeName)");
        }

        Entry(utf8Name, transient).WriteObject(value is null ? null : Serialize(utf8Name, value, typeInfo), objectTypeName);
    }

    /// <summary>Writes a file as File, its content in Base64.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The file; null becomes a null without a type, because the engine does not support a null File.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The content is not loaded (<see cref="CamundaFile.LoadAsync"/>).</exception>
    public void WriteFile(ReadOnlySpan<byte> utf8Name, CamundaFile? value, bool transient = false)
    {
        if (value is null)
        {
            WriteNull(utf8Name);
            return;
        }

        if (!value.IsLoaded)
        {
            throw VariableException.NotWritable(Text(utf8Name), ContentNotLoaded);
        }

        Entry(utf8Name, transient).WriteFile(value);
    }

    /// <summary>Writes a value with a converter.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TConverter">Its converter.</typeparam>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null without a type, without a call of the converter.</param>
    /// <param name="transient">Whether the engine keeps the variable out of its database.</param>
    /// <exception cref="VariableException">The converter failed; the inner exception is the converter's.</exception>
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

    /// <summary>Writes a value with its own engine type and infos.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value; null becomes a null without a type.</param>
    /// <exception cref="VariableException">The value is a fetched File, which has no content, or a null File.</exception>
    public void Write(ReadOnlySpan<byte> utf8Name, TypedValue? value)
    {
        if (value is null)
        {
            WriteNull(utf8Name);
            return;
        }

        if (value.Type == VariableType.File && value.ValueJson.Span is not [(byte)'"', ..])
        {
            throw VariableException.NotWritable(Text(utf8Name), value.IsNull ? "the engine does not support a null File" : ContentNotLoaded);
        }

        json.WriteStartObject(utf8Name);
        value.WriteTo(json, _dateFormat);
        json.WriteEndObject();
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte}, TypedValue?)"/>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">The value; null becomes a null without a type.</param>
    public void Write(string name, TypedValue? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!LenientText.IsWellFormed(name))
        {
            throw VariableException.NotWritable(name, "its name contains half of a surrogate pair");
        }

        Write(System.Text.Encoding.UTF8.GetBytes(name), value);
    }

    /// <summary>Writes values with their own engine types and infos.</summary>
    /// <param name="variables">The values by name, or null.</param>
    /// <exception cref="VariableException">A value is a fetched File, which has no content, or a null File.</exception>
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
            throw VariableException.NotWritable(Text(utf8Name), $"{CSharpName.Of(typeof(T))} cannot be serialized as JSON", exception);
        }
    }
}
