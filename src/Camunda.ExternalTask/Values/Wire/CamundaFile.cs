namespace Camunda.ExternalTask;

/// <summary>
/// A file of the engine: name, MIME type and encoding come with the task, its content on demand. As an output it needs its content at hand.
/// </summary>
public sealed class CamundaFile
{
    private readonly Func<CancellationToken, Task<Stream>>? _download;
    private ReadOnlyMemory<byte>? _content;

    /// <summary>A file to be written.</summary>
    /// <param name="fileName">Its name; not blank (the engine answers 500).</param>
    /// <param name="content">Its content; may be empty.</param>
    /// <param name="mimeType">Its MIME type, for example <c>text/plain</c>, or null.</param>
    /// <param name="encoding">The encoding of a text file, for example <c>UTF-8</c>, or null.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public CamundaFile(string fileName, ReadOnlyMemory<byte> content, string? mimeType = null, string? encoding = null)
        : this(fileName, mimeType, encoding, null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        _content = content;
    }

    internal CamundaFile(string fileName, string? mimeType, string? encoding, Func<CancellationToken, Task<Stream>>? download)
    {
        FileName = fileName;
        MimeType = mimeType;
        Encoding = encoding;
        _download = download;
    }

    /// <summary>The file's name.</summary>
    public string FileName { get; }

    /// <summary>The MIME type, or null.</summary>
    public string? MimeType { get; }

    /// <summary>The name of the encoding of a text file, or null.</summary>
    public string? Encoding { get; }

    /// <summary>Whether the content is at hand: the file was made here, or <see cref="LoadAsync"/> has been called. Only then it can be written.</summary>
    public bool IsLoaded => _content is not null;

    internal ReadOnlyMemory<byte> Content => _content ?? throw new InvalidOperationException("The content was not loaded.");

    /// <summary>The content as a stream: that at hand, else downloaded and not kept. The engine gives the content of now, not of when the task was fetched.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The content; the caller disposes of the stream.</returns>
    /// <exception cref="EngineException">The file is no longer there.</exception>
    /// <exception cref="InvalidOperationException">The task did not come from an engine, so there is nowhere to download from.</exception>
    public Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default)
    {
        if (_content is { } content)
        {
            return Task.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false));
        }

        return _download is null
            ? throw new InvalidOperationException($"The content of '{FileName}' cannot be downloaded: its task did not come from an engine.")
            : _download(cancellationToken);
    }

    /// <summary>Downloads the content, unless it is at hand, and keeps it.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The whole content.</returns>
    /// <exception cref="EngineException">The file is no longer there.</exception>
    /// <exception cref="InvalidOperationException">The task did not come from an engine, so there is nowhere to download from.</exception>
    public async Task<ReadOnlyMemory<byte>> LoadAsync(CancellationToken cancellationToken = default)
    {
        if (_content is { } content)
        {
            return content;
        }

        using var buffer = new MemoryStream();
        using (var stream = await OpenReadAsync(cancellationToken).ConfigureAwait(false))
        {
            await stream.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        content = buffer.TryGetBuffer(out var bytes) ? bytes : buffer.ToArray();
        _content = content;
        return content;
    }
}
