using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Values;

internal readonly ref partial struct VariableValue
{
    /// <summary>That of System.Text.Json. More is not read without the user's consent: code that walks a deep document recursively ends the process.</summary>
    private const int DefaultMaxDepth = 64;
    private const string Broken = "its text is broken or does not match";

    private delegate T JsonParser<T, TState>(ReadOnlySpan<byte> json, TState state);

    public T? ToJson<T>(JsonTypeInfo<T> typeInfo, bool strict) =>
        Parse(typeInfo, static (json, info) => JsonSerializer.Deserialize(json, info), strict, typeInfo.Options.MaxDepth is > 0 and var depth ? depth : DefaultMaxDepth);

    public JsonElement ToJsonElement(bool strict) => Parse<JsonElement, object?>(
        null,
        static (json, _) =>
        {
            var reader = new Utf8JsonReader(json);
            var element = JsonElement.ParseValue(ref reader);
            return reader.Read() ? throw new JsonException() : element;
        },
        strict);

    /// <summary>Null for the JSON text <c>null</c>.</summary>
    public JsonNode? ToJsonNode(bool strict) => Parse<JsonNode?, object?>(null, static (json, _) => JsonNode.Parse(json), strict);

    public XDocument ToXDocument(bool strict) => ParseXml("XDocument", XDocument.Load, strict);

    public XElement ToXElement(bool strict) => ParseXml("XElement", XElement.Load, strict);

    public CamundaFile ToFile(bool strict)
    {
        const string wanted = "CamundaFile";
        Demand(VariableType.File, strict, wanted);
        if (Type != VariableType.File)
        {
            throw Refused(wanted);
        }

        var (source, name) = (Source, Name);
        return new(
            InfoText("filename"u8) ?? "",
            InfoText("mimeType"u8),
            InfoText("encoding"u8),
            source is { HasContents: true } ? cancellationToken => source.OpenContentAsync(name, cancellationToken) : null);
    }

    private T Parse<T, TState>(TState state, JsonParser<T, TState> parser, bool strict, int maxDepth = DefaultMaxDepth)
    {
        Demand(VariableType.Json, strict, WantedJson<T>());
        if (Type is not (VariableType.Json or VariableType.String or VariableType.Default) && !IsJsonObject)
        {
            throw Refused(WantedJson<T>());
        }

        byte[]? rented = null;
        ReadOnlySpan<byte> json = default;
        try
        {
            json = IsEscaped ? Unescape(rented = ArrayPool<byte>.Shared.Rent(Bytes.Length)) : Bytes;
            return parser(json, state);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a user's converter or constructor throws, the operator has to see which variable it was about.
            var depth = exception is JsonException ? AnyDepth.Of(json) : 0;
            throw Refused(WantedJson<T>(), depth > maxDepth ? $"it is nested {depth} levels deep, and at most {maxDepth} are read (JsonSerializerOptions.MaxDepth)" : Broken, exception);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private ReadOnlySpan<byte> Unescape(Span<byte> destination) => LenientText.TryUnescape(Bytes, destination, out var length)
        ? destination[..length]
        : throw new JsonException("The text holds half a surrogate pair.");

    private T ParseXml<T>(string type, Func<XmlReader, LoadOptions, T> load, bool strict)
    {
        var wanted = $"{type} (Xml)";
        Demand(VariableType.Xml, strict, wanted);
        if (!IsString || (Type is not (VariableType.Xml or VariableType.String or VariableType.Default) && !IsXmlObject))
        {
            throw Refused(wanted);
        }

        try
        {
            using var text = new StringReader(LenientText.Read(Bytes, IsEscaped));
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return load(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException exception)
        {
            throw Refused(wanted, Broken, exception);
        }
    }

    private static string WantedJson<T>() => $"{CSharpName.Of(typeof(T))} (Json)";
}
