using System.Buffers;
using System.Buffers.Text;
using System.Net;
using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Body that is read from a stream while it is sent, between a given beginning and end.</summary>
internal abstract class UploadContent(Stream source, byte[] head, byte[] tail) : HttpContent
{
    /// <summary>A multiple of three, so that each piece can be encoded separately.</summary>
    private const int PieceBytes = 48 * 1024;

    private Deadline? _deadline;
    private TimeSpan _timeout;
    private bool _isRead;

    /// <summary>Restarts a deadline after each piece that was sent.</summary>
    public void Postpone(Deadline deadline, TimeSpan timeout) => (_deadline, _timeout) = (deadline, timeout);

    protected abstract long LengthOnWire(long length);

    /// <summary>Sends a piece. Only the last one may be shorter than the others.</summary>
    protected abstract ValueTask WriteAsync(Stream target, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Sending the request again, for example by a message handler of the user, would store an empty file.
        if (_isRead)
        {
            throw new PipelineException("The request cannot be sent again, because the stream of its content has been read. Upload from a new stream.");
        }

        _isRead = true;
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            int length;
            do
            {
                length = await ReadAsync(piece.AsMemory(0, PieceBytes), cancellationToken).ConfigureAwait(false);
                await WriteAsync(stream, piece.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
                _deadline?.Restart(_timeout);
            }
            while (length == PieceBytes);
            await stream.WriteAsync(tail, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = source.CanSeek ? head.Length + LengthOnWire(source.Length - source.Position) + tail.Length : 0;
        return source.CanSeek;
    }

    private async ValueTask<int> ReadAsync(Memory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The engine stores nothing of an incomplete body.
            throw new PipelineException($"The content to upload could not be read: {exception.Message}", exception);
        }
    }

    /// <summary>Sends the bytes unchanged.</summary>
    public sealed class Plain(Stream source, byte[] head, byte[] tail) : UploadContent(source, head, tail)
    {
        protected override long LengthOnWire(long length) => length;

        protected override ValueTask WriteAsync(Stream target, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken) => target.WriteAsync(piece, cancellationToken);
    }

    /// <summary>Sends the bytes as Base64.</summary>
    public sealed class Base64Text(Stream source, byte[] head, byte[] tail) : UploadContent(source, head, tail)
    {
        protected override long LengthOnWire(long length) => (length + 2) / 3 * 4;

        protected override async ValueTask WriteAsync(Stream target, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
        {
            var text = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(piece.Length));
            try
            {
                Base64.EncodeToUtf8(piece.Span, text, out _, out var length);
                await target.WriteAsync(text.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(text);
            }
        }
    }
}
