using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Values;
using Microsoft.Net.Http.Headers;

namespace Camunda.ExternalTask.Testing.Rest.Readers;

/// <summary>Reads a Bytes or File value from the parts of an upload.</summary>
internal static class UploadedValue
{
    private const string DefaultMimeType = "application/octet-stream";

    public static EngineValue Of(IReadOnlyList<RestForm.Part> parts, EngineFlavor flavor)
    {
        var data = parts.FirstOrDefault(static part => part.Name == "data") ?? throw EngineErrors.Java(
            "NullPointerException",
            $"Cannot invoke \"{flavor.JavaPackage()}.bpm.engine.rest.mapper.MultipartFormData$FormPart.getBinaryContent()\" "
            + "because \"binaryDataFormPart\" is null");
        var type = parts.FirstOrDefault(static part => part.Name == "valueType")?.Text;
        return type?.ToUpperInvariant() switch
        {
            "FILE" => File(data),
            null or "BYTES" => new("Bytes", data.Content),
            _ => throw EngineErrors.Unusable($"Unsupported value type '{type}'"),
        };
    }

    private static EngineValue File(RestForm.Part data)
    {
        if (!MediaTypeHeaderValue.TryParse(data.ContentType ?? DefaultMimeType, out var mediaType))
        {
            throw EngineErrors.Unusable("Invalid mime type given");
        }

        var encoding = mediaType.Parameters
            .FirstOrDefault(static parameter => parameter.Name.Equals("encoding", StringComparison.OrdinalIgnoreCase));
        return new("File", data.Content)
        {
            FileName = data.FileName ?? throw EngineErrors.NoFileName(),
            MimeType = mediaType.MediaType.Value,
            Encoding = encoding?.GetUnescapedValue().Value,
        };
    }
}
