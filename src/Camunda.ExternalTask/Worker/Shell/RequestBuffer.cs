using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Camunda.ExternalTask;

/// <summary>A buffer and a JSON writer over it, for the body of one request. Rented, because a worker writes thousands a second.</summary>
internal sealed class RequestBuffer : IDisposable
{
    private const int MaxPooled = 256;
    private const int MaxPooledBytes = 64 * 1024;
    private static readonly ConcurrentQueue<RequestBuffer> Pool = new();
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    private RequestBuffer() => Json = new(_bytes, Options);

    public Utf8JsonWriter Json { get; }

    /// <summary>What has been written and flushed.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public static RequestBuffer Rent() => Pool.TryDequeue(out var buffer) ? buffer : new();

    /// <summary>Gives the buffer back. Nobody may hold <see cref="Written"/> any longer.</summary>
    public void Dispose()
    {
        if (_bytes.Capacity > MaxPooledBytes || Pool.Count >= MaxPooled)
        {
            Json.Dispose();
            return;
        }

        _bytes.ResetWrittenCount();
        Json.Reset();
        Pool.Enqueue(this);
    }
}
