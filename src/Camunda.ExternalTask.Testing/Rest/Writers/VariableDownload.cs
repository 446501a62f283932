using System.Text;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Rest.Routing;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Returns the content of a Bytes or File variable as a download.</summary>
internal static class VariableDownload
{
    private const string DefaultMimeType = "application/octet-stream";

    public static RestResponse Of(EngineValue value, string id)
    {
        if (value.Type is not ("Bytes" or "File"))
        {
            throw EngineErrors.Invalid($"Value of variable with id {id} is not a binary value.");
        }

        var content = value.Value as byte[] ?? [];
        if (value.Type == "Bytes")
        {
            return new(200, DefaultMimeType, content);
        }

        var mediaType = value.MimeType ?? DefaultMimeType;
        var name = value.FileName ?? "";
        var disposition = $"attachment; filename=\"{Ascii(name)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        return new(200, value.Encoding is { } encoding ? $"{mediaType}; charset={encoding}" : mediaType, content)
        {
            Headers = [KeyValuePair.Create("Content-Disposition", disposition)],
        };
    }

    private static string Ascii(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            text.Append(character is < ' ' or > '~' or '"' or '\\' ? '_' : character);
        }

        return text.ToString();
    }
}
