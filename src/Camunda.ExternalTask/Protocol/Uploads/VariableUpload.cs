using System.Buffers;
using System.Net.Http.Headers;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// The content of a File or Bytes variable, to be sent while it is read, so that no more than a piece of it is in memory. Its stream is read once, from where it
/// stands, and stays the caller's.
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
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        Type = type;
        Content = content;
    }

    /// <summary><see cref="VariableType.File"/> or <see cref="VariableType.Bytes"/>.</summary>
    public VariableType Type { get; }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The file's name; empty for bytes.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>The file's MIME type, or null.</summary>
    public string? MimeType { get; private init; }

    /// <summary>The name of the encoding of a text file, or null.</summary>
    public string? Encoding { get; private init; }

    /// <summary>A file.</summary>
    /// <param name="content">The content; may be empty. If its length is known it is announced to the engine, else it goes in chunks.</param>
    /// <param name="fileName">The file's name, any text; not blank.</param>
    /// <param name="mimeType">Its MIME type without parameters, for example <c>text/plain</c>; null: the engine makes it <c>application/octet-stream</c>.</param>
    /// <param name="encoding">The encoding of a text file, for example <c>UTF-8</c>, or null. It needs a MIME type.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, the name is blank, or MIME type or encoding are none (the engine would refuse them, or drop a part).</exception>
    public static VariableUpload File(Stream content, string fileName, string? mimeType = null, string? encoding = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (!LenientText.IsWellFormed(fileName))
        {
            throw new ArgumentException("The name holds half of a surrogate pair, which is no valid text.", nameof(fileName));
        }

        if (mimeType is not null && (!MediaTypeHeaderValue.TryParse(mimeType, out var parsed) || parsed.Parameters.Count > 0))
        {
            throw new ArgumentException($"'{mimeType}' is no MIME type without parameters. A charset is given as the encoding.", nameof(mimeType));
        }

        // The engine answers downloads with it as the charset: one that is no token makes the file unreadable.
        if (encoding is not null && (encoding.Length == 0 || encoding.AsSpan().ContainsAnyExcept(EncodingCharacters)))
        {
            throw new ArgumentException($"'{encoding}' is no name of an encoding.", nameof(encoding));
        }

        return mimeType is null && encoding is not null
            ? throw new ArgumentException("An encoding needs a MIME type.", nameof(encoding))
            : new(VariableType.File, content) { FileName = fileName, MimeType = mimeType, Encoding = encoding };
    }

    /// <summary>Bytes.</summary>
    /// <param name="content">The content; may be empty.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public static VariableUpload Bytes(Stream content) => new(VariableType.Bytes, content);
}
