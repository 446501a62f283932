using System.Net;
using Microsoft.Net.Http.Headers;

namespace Camunda.ExternalTask.Testing;

/// <summary>Makes a Bytes or File value of an upload's parts, by the engine's own rules.</summary>
internal static class UploadedValue
{
    private const string DefaultMimeType = "application/octet-stream";

    public static EngineValue Of(IReadOnlyList<RestForm.Part> parts)
    {
        var data = parts.FirstOrDefault(static part => part.Name == "data") ?? throw new EngineRequestException(
            HttpStatusCode.InternalServerError,
            "NullPointerException",
            "Cannot invoke \"org.camunda.bpm.engine.rest.mapper.MultipartFormData$FormPart.getBinaryContent()\" because \"binaryDataFormPart\" is null");
        var type = parts.FirstOrDefault(static part => part.Name == "valueType")?.Text;
        return type?.ToUpperInvariant() switch
        {
            "FILE" => File(data),
            null or "BYTES" => new("Bytes", data.Content),
            _ => throw new EngineRequestException(HttpStatusCode.BadRequest, "RestException", $"An upload of type '{type}' is not supported by the engine in memory."),
        };
    }

    private static EngineValue File(RestForm.Part data)
    {
        if (!MediaTypeHeaderValue.TryParse(data.ContentType ?? DefaultMimeType, out var mediaType))
        {
            throw new EngineRequestException(HttpStatusCode.BadRequest, "RestException", "Invalid mime type given");
        }

        var encoding = mediaType.Parameters.FirstOrDefault(static parameter => parameter.Name.Equals("encoding", StringComparison.OrdinalIgnoreCase));
        return new("File", data.Content)
        {
            FileName = data.FileName ?? throw new EngineRequestException(
                HttpStatusCode.InternalServerError,
                "IllegalArgumentException",
                "Cannot create file without filename! Please set a name into ValueInfo with key filename"),
            MimeType = mediaType.MediaType.Value,
            Encoding = encoding?.GetUnescapedValue().Value,
        };
    }
}
