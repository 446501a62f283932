using Camunda.ExternalTask.Testing.Flavors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>Reads the parts of a multipart form, in order.</summary>
internal static class RestForm
{
    public static async Task<IReadOnlyList<Part>> ReadAsync(RestRequest request)
    {
        var hasMediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType);
        var boundary = hasMediaType ? HeaderUtilities.RemoveQuotes(mediaType!.Boundary).Value : null;
        List<Part> parts = [];
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

    /// <summary>A part of a form.</summary>
    /// <param name="Name">The field's name.</param>
    /// <param name="FileName">The file's name; null for a field without a file.</param>
    /// <param name="ContentType">The content type as sent; null if there is none.</param>
    /// <param name="Content">The bytes of the part.</param>
    public sealed record Part(string Name, string? FileName, string? ContentType, byte[] Content)
    {
        /// <summary>The content as text, without a byte order mark.</summary>
        public string Text
        {
            get
            {
                using var reader = new StreamReader(new MemoryStream(Content));
                return reader.ReadToEnd();
            }
        }
    }
}
