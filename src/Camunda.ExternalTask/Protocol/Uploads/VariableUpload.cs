using System.Buffers;
using System.Net.Http.Headers;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// Content of a File or Bytes variable that is sent while it is read, so that only a piece of it is in memory. The stream is read once, from its current position.
/// The caller disposes of it.
/// </summary>
public sealed class VariableUpload
{
    private static readonly SearchValues<char> EncodingCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:+");

    private VariableUpload(VariableType type, Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream is not readable. Open it for reading.", nameof(content));
        }

        Type = type;
        Content = content;
    }

    /// <summary><see cref="VariableType.File"/> or <see cref="VariableType.Bytes"/>.</summary>
    public VariableType Type { get; }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The name of the file; empty for bytes.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>The MIME type of the file, or null.</summary>
    public string? MimeType { get; private init; }

    /// <summary>The name of the encoding of a text file, or null.</summary>
    public string? Encoding { get; private init; }

    /// <summary>Creates the content of a File variable.</summary>
    /// <param name="content">The content; may be empty. Without a known length the request is sent in chunks.</param>
    /// <param name="fileName">The name of the file, any text; not blank.</param>
    /// <param name="mimeType">The MIME type without parameters, for example <c>text/plain</c>; null: <c>application/octet-stream</c>.</param>
    /// <param name="encoding">The encoding of a text file, for example <c>UTF-8</c>, or null. It needs a MIME type.</param>
    /// <exception cref="ArgumentException">
    /// The stream is not readable, the name is blank, or the MIME type or encoding is invalid (the engine would refuse them or drop a part).
    /// </exception>
    public static VariableUpload File(Stream content, string fileName, string? mimeType = null, string? encoding = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (!LenientText.IsWellFormed(fileName))
        {
            throw new ArgumentException("The name of the file contains half of a surrogate pair. Remove it.", nameof(fileName));
        }

        if (mimeType is not null && (!MediaTypeHeaderValue.TryParse(mimeType, out var parsed) || parsed.Parameters.Count > 0))
        {
            throw new ArgumentException($"'{mimeType}' is not a MIME type without parameters. Write it like text/plain, and pass a charset as the encoding.", nameof(mimeType));
        }

        // Downloads have it as their charset. An encoding that is not a token makes the file unreadable.
        if (encoding is not null && (encoding.Length == 0 || encoding.AsSpan().ContainsAnyExcept(EncodingCharacters)))
        {
            throw new ArgumentException($"'{encoding}' is not the name of an encoding. Write it like UTF-8.", nameof(encoding));
        }

        return mimeType is null && encoding is not null
            ? throw new ArgumentException($"The encoding '{encoding}' needs a MIME type. Pass one, such as text/plain.", nameof(encoding))
            : new(VariableType.File, content) { FileName = fileName, MimeType = mimeType, Encoding = encoding };
    }

    /// <summary>Creates the content of a Bytes variable.</summary>
    /// <param name="content">The content; may be empty.</param>
    /// <exception cref="ArgumentException">The stream is not readable.</exception>
    public static VariableUpload Bytes(Stream content) => new(VariableType.Bytes, content);
}
