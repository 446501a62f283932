using Camunda.ExternalTask.Testing.Flavors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>Reads the parts of a multipart form, in order.</summary>
internal static class RestForm
{
    public static async Task<IReadOnlyList<FormPart>> ReadAsync(RestRequest request)
    {
        var hasMediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType);
        var boundary = hasMediaType ? HeaderUtilities.RemoveQuotes(mediaType!.Boundary).Value : null;
        List<FormPart> parts = [];
        using var body = new MemoryStream(request.Body.ToArray());
        var form = new MultipartReader(boundary ?? throw EngineErrors.UnsupportedMediaType(), body);
        while (await form.ReadNextSectionAsync().ConfigureAwait(false) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
            {
                continue;
            }

            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content).ConfigureAwait(false);
            var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value
                : disposition.FileName.HasValue ? HeaderUtilities.RemoveQuotes(disposition.FileName).Value?.Trim()
                : null;
            parts.Add(new(HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "", fileName, section.ContentType, content.ToArray()));
        }

        return parts;
    }
}
