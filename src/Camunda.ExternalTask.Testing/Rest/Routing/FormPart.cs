namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>A part of a multipart form.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="FileName">The file's name; null for a field without a file.</param>
/// <param name="ContentType">The content type as sent; null if there is none.</param>
/// <param name="Content">The bytes of the part.</param>
internal sealed record FormPart(string Name, string? FileName, string? ContentType, byte[] Content)
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
