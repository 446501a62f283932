using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Values.Wire;

internal readonly ref partial struct VariableValue
{
    /// <summary>The default of System.Text.Json. A deeper document could end the process: code that walks it recursively overflows the stack.</summary>
    private const int DefaultMaxDepth = 64;
    private const string Broken = "its text is malformed or does not match the type";

    private delegate T JsonParser<T, TState>(ReadOnlySpan<byte> json, TState state);

    public T? ToJson<T>(JsonTypeInfo<T> typeInfo, bool strict) =>
        ParseJson(typeInfo, static (json, info) => JsonSerializer.Deserialize(json, info), strict, typeInfo.Options.MaxDepth is > 0 and var depth ? depth : DefaultMaxDepth);

    public JsonElement ToJsonElement(bool strict) => ParseJson<JsonElement, object?>(
        null,
        static (json, _) =>
        {
            var reader = new Utf8JsonReader(json);
            var element = JsonElement.ParseValue(ref reader);
            return reader.Read() ? throw new JsonException() : element;
        },
        strict);

    /// <summary>Reads JSON of any shape; null for the JSON text <c>null</c>.</summary>
    public JsonNode? ToJsonNode(bool strict) => ParseJson<JsonNode?, object?>(null, static (json, _) => JsonNode.Parse(json), strict);

    public XDocument ToXDocument(bool strict) => ParseXml(XDocument.Load, strict);

    public XElement ToXElement(bool strict) => ParseXml(XElement.Load, strict);

    public CamundaFile ToFile(bool strict)
    {
        Demand<CamundaFile>(VariableType.File, strict);
        if (Type != VariableType.File)
        {
            throw Refused<CamundaFile>();
        }

        var (source, name) = (Source, Name);
        return new(
            InfoText("filename"u8) ?? "",
            InfoText("mimeType"u8),
            InfoText("encoding"u8),
            source is { HasContents: true } ? cancellationToken => source.OpenContentAsync(name, cancellationToken) : null);
    }

    private T ParseJson<T, TState>(TState state, JsonParser<T, TState> parser, bool strict, int maxDepth = DefaultMaxDepth)
    {
        Demand<T>(VariableType.Json, strict);
        if (Type is not (VariableType.Json or VariableType.String or VariableType.Default) && !IsJsonObject)
        {
            throw Refused(Wanted<T>(VariableType.Json));
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
            // A user's converter or constructor may throw anything; the operator must see which variable caused it.
            var depth = exception is JsonException ? AnyDepth.Of(json) : 0;
            var reason = depth > maxDepth
                ? $"it is nested {depth} levels deep; the limit is {maxDepth} (JsonSerializerOptions.MaxDepth)"
                : Broken;
            throw Refused(Wanted<T>(VariableType.Json), reason, exception);
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
        : throw new JsonException("The text contains half of a surrogate pair.");

    private T ParseXml<T>(Func<XmlReader, LoadOptions, T> load, bool strict)
    {
        Demand<T>(VariableType.Xml, strict);
        if (!IsString || (Type is not (VariableType.Xml or VariableType.String or VariableType.Default) && !IsXmlObject))
        {
            throw Refused(Wanted<T>(VariableType.Xml));
        }

        try
        {
            using var text = new StringReader(LenientText.Read(Bytes, IsEscaped));
            using var xml = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return load(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException exception)
        {
            throw Refused(Wanted<T>(VariableType.Xml), Broken, exception);
        }
    }
}
