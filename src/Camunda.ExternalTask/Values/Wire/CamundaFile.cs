namespace Camunda.ExternalTask;

/// <summary>
/// A file variable. A fetch returns its name, MIME type and encoding; its content is downloaded on demand. Writing the file requires its content.
/// </summary>
public sealed class CamundaFile
{
    private readonly Func<CancellationToken, Task<Stream>>? _download;
    private ReadOnlyMemory<byte>? _content;

    /// <summary>Creates a file to write.</summary>
    /// <param name="fileName">The file name; not blank (the engine returns 500).</param>
    /// <param name="content">The content; may be empty.</param>
    /// <param name="mimeType">The MIME type, for example <c>text/plain</c>, or null.</param>
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

    /// <summary>Whether the content is in memory: the file was created with it, or <see cref="LoadAsync"/> has loaded it. Writing the file requires it.</summary>
    public bool IsLoaded => _content is not null;

    internal ReadOnlyMemory<byte> Content => _content ?? throw new InvalidOperationException("The content is not loaded. Call LoadAsync first.");

    /// <summary>Opens the content in memory, or downloads it without keeping it. The engine returns the current content, not the content at the time of the fetch.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The content; the caller disposes of the stream.</returns>
    /// <exception cref="EngineException">The download failed, for example because the variable no longer exists.</exception>
    /// <exception cref="InvalidOperationException">The task was not fetched from an engine, so the content cannot be downloaded.</exception>
    public Task<Stream> OpenReadAsync(CancellationToken cancellationToken = default)
    {
        if (_content is { } content)
        {
            return Task.FromResult<Stream>(new MemoryStream(content.ToArray(), writable: false));
        }

        return _download is null
            ? throw new InvalidOperationException($"The content of '{FileName}' cannot be downloaded: its task was not fetched from an engine.")
            : _download(cancellationToken);
    }

    /// <summary>Downloads the content, unless it is in memory, and keeps it.</summary>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The whole content.</returns>
    /// <exception cref="EngineException">The download failed, for example because the variable no longer exists.</exception>
    /// <exception cref="InvalidOperationException">The task was not fetched from an engine, so the content cannot be downloaded.</exception>
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
