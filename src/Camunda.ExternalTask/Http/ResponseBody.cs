using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace Camunda.ExternalTask.Http;

/// <summary>The body of a response in a buffer. If reading failed, it contains the bytes that arrived before.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int MinBufferBytes = 16 * 1024;

    /// <summary>How much is read of a body whose header says that it is too long.</summary>
    private const int PrefixBytes = 1024 * 1024;

    private readonly IBodyPieces? _pieces;
    private readonly BodyBuffer _buffer;
    private readonly long _maxBytes;
    private readonly long _limit;
    private long _length;

    private ResponseBody(HttpContent content, long maxBytes, IBodyPieces? pieces)
    {
        var announced = content.Headers.ContentLength;
        _pieces = pieces;
        _maxBytes = maxBytes;
        _limit = announced > maxBytes ? Math.Min(maxBytes, PrefixBytes) : maxBytes;

        // One byte more than the body, because only a read that returns nothing shows its end.
        var longest = (int)Math.Min(Math.Min(announced ?? _limit, _limit) + 1, Array.MaxLength);
        var capacity = announced is null ? MinBufferBytes : Math.Max(longest, MinBufferBytes);
        _buffer = new(pieces is null ? capacity : Math.Min(capacity, BodyBuffer.PooledBytes), longest);
    }

    /// <summary>The bytes that arrived, without a byte order mark; not used for a body in pieces.</summary>
    public ReadOnlySpan<byte> Bytes => WithoutMark(_buffer.Bytes);

    /// <summary>Whether the body was so long that it was passed on in pieces.</summary>
    public bool IsInPieces { get; private set; }

    /// <summary>The exception that ended reading early, or null if the body is complete.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the body exceeds the limit.</summary>
    public bool IsTooLong => Failure is BodyTooLongException;

    /// <summary>Whether the body was refused because of the length in its header, and only its beginning was read.</summary>
    public bool IsPrefix => _limit < _maxBytes;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Reads a body up to a size limit, within a timeout.</summary>
    /// <inheritdoc cref="ReadAsync(HttpContent, long, CancellationToken, IBodyPieces)"/>
    public static async Task<ResponseBody> ReadAsync(
        HttpContent content, long maxBytes, TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken, IBodyPieces? pieces = null)
    {
        using var deadline = new Deadline(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        return await ReadAsync(content, maxBytes, linked.Token, pieces).ConfigureAwait(false);
    }

    /// <summary>Reads a body up to a size limit. An exception, cancellation included, is stored in <see cref="Failure"/>.</summary>
    /// <param name="content">The content. If its header says that it is longer than the limit, only the beginning is read.</param>
    /// <param name="maxBytes">The limit in bytes.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="pieces">Receives a body that is longer than a pooled buffer; null to read every body into one buffer.</param>
    public static async Task<ResponseBody> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken, IBodyPieces? pieces = null)
    {
        var body = new ResponseBody(content, maxBytes, pieces);
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (await body.ReadPieceAsync(stream, cancellationToken).ConfigureAwait(false))
            {
            }
        }
        catch (Exception exception)
        {
            body.Failure = exception;
        }

        body.PassOnEnd();
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

    /// <inheritdoc cref="BodyBuffer.Clear"/>
    public void Clear() => _buffer.Clear();

    public void Dispose() => _buffer.Dispose();

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    private async ValueTask<bool> ReadPieceAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (_pieces is not null && _buffer.Length == BodyBuffer.PooledBytes)
        {
            PassOn(_pieces);
        }

        var space = _buffer.Space;
        var room = (int)Math.Min(space.Length, _limit + 1 - _length);
        var read = await stream.ReadAsync(space[..room], cancellationToken).ConfigureAwait(false);
        _buffer.Advance(read);
        _length += read;
        return _length > _limit ? throw new BodyTooLongException(_maxBytes) : read > 0;
    }

    private void PassOn(IBodyPieces pieces)
    {
        var piece = IsInPieces ? _buffer.Bytes : Bytes;
        IsInPieces = true;
        pieces.Add(piece);
        _buffer.Reset();
    }

    private void PassOnEnd()
    {
        if (!IsInPieces || Failure is JsonException)
        {
            return;
        }

        try
        {
            PassOn(_pieces!);
        }
        catch (JsonException exception)
        {
            Failure ??= exception;
        }
    }

    private sealed class BodyTooLongException(long maxBytes) : IOException($"The response is longer than the {maxBytes:N0} bytes that MaxResponseBytes allows.");
}
