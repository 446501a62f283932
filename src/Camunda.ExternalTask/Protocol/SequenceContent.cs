using System.Buffers;
using System.Net;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Body of several segments, sent one after the other.</summary>
internal sealed class SequenceContent(ReadOnlySequence<byte> body) : HttpContent
{
    /// <summary>Creates the content of a body; one of a single segment needs no list.</summary>
    public static HttpContent Of(ReadOnlySequence<byte> body) => body.IsSingleSegment ? new ReadOnlyMemoryContent(body.First) : new SequenceContent(body);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var segment in body)
        {
            await stream.WriteAsync(segment, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
