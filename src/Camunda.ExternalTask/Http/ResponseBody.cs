using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Camunda.ExternalTask.Http;

/// <summary>The body of a response in a rented buffer. If reading failed, it contains the bytes that arrived before.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int MinBufferBytes = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private ResponseBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The bytes that arrived, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length) is var bytes && bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>The exception that ended reading early, or null if the body is complete.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the body exceeds the limit.</summary>
    public bool IsTooLong => Failure is BodyTooLongException;

    /// <summary>Reads a body up to a size limit, within a timeout.</summary>
    /// <inheritdoc cref="ReadAsync(HttpContent, long, CancellationToken)"/>
    public static async Task<ResponseBody> ReadAsync(HttpContent content, long maxBytes, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        return await ReadAsync(content, maxBytes, linked.Token).ConfigureAwait(false);
    }

    /// <summary>Reads a body up to a size limit. An exception, cancellation included, is stored in <see cref="Failure"/>.</summary>
    /// <param name="content">The content.</param>
    /// <param name="maxBytes">The limit in bytes.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ResponseBody> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        var body = new ResponseBody((int)Math.Clamp(content.Headers.ContentLength ?? 0, MinBufferBytes, maxBytes));
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (await body.ReadPieceAsync(stream, maxBytes, cancellationToken).ConfigureAwait(false))
            {
            }
        }
        catch (Exception exception)
        {
            body.Failure = exception;
        }

        return body;
    }

    /// <summary>Throws the exception that ended reading early.</summary>
    public void ThrowIfIncomplete()
    {
        if (Failure is not null)
        {
            ExceptionDispatchInfo.Throw(Failure);
        }
    }

    /// <summary>Overwrites the bytes, because they contain a secret.</summary>
    public void Clear() => Array.Clear(_buffer);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private async ValueTask<bool> ReadPieceAsync(Stream stream, long maxBytes, CancellationToken cancellationToken)
    {
        if (_length == _buffer.Length)
        {
            Grow(maxBytes);
        }

        var room = (int)Math.Min(_buffer.Length - _length, maxBytes + 1 - _length);
        var read = await stream.ReadAsync(_buffer.AsMemory(_length, room), cancellationToken).ConfigureAwait(false);
        _length += read;
        return _length > maxBytes ? throw new BodyTooLongException(maxBytes) : read > 0;
    }

    private void Grow(long maxBytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * _length, maxBytes + 1));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private sealed class BodyTooLongException(long maxBytes) : IOException($"The response is longer than the {maxBytes:N0} bytes that MaxResponseBytes allows.");
}
