using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Buffer and JSON writer for the body of a request. Pooled, because a worker writes thousands of bodies per second.</summary>
internal sealed class RequestBuffer : IDisposable
{
    private const int MaxPooled = 256;
    private static readonly ConcurrentQueue<RequestBuffer> Pool = new();
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly BodyBytes _bytes = new(1024);
    private long _takenBack;

    private RequestBuffer() => Json = new(_bytes, Options);

    public Utf8JsonWriter Json { get; }

    /// <summary>The bytes that were written and flushed.</summary>
    public ReadOnlySequence<byte> Written => _bytes.Written;

    /// <summary>The number of bytes, flushed or not.</summary>
    private long Length => Json.BytesCommitted + Json.BytesPending - _takenBack;

    public static RequestBuffer Rent() => Pool.TryDequeue(out var buffer) ? buffer : new();

    /// <summary>Rents a buffer and writes an object.</summary>
    /// <param name="value">What to write, for a delegate without closure.</param>
    /// <param name="writeMembers">Writes the members of the object.</param>
    /// <returns>The buffer, flushed. The caller disposes of it.</returns>
    public static RequestBuffer OfObject<T>(T value, Action<RequestBuffer, T> writeMembers)
    {
        var buffer = Rent();
        try
        {
            buffer.Json.WriteStartObject();
            writeMembers(buffer, value);
            buffer.Json.WriteEndObject();
            buffer.Json.Flush();
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Writes a member that is an object, and removes it again if it stays empty. It must not be the first member of its parent.</summary>
    public void WriteUnlessEmpty<T>(ReadOnlySpan<byte> name, T value, Action<RequestBuffer, T> writeMembers)
    {
        var start = Length;
        Json.WriteStartObject(name);
        var opened = Length;
        writeMembers(this, value);
        var isEmpty = Length == opened;
        Json.WriteEndObject();
        if (!isEmpty)
        {
            return;
        }

        // This also removes the comma before the member. The writer's state is the same as before: after a member.
        var written = Length - start;
        Json.Flush();
        _bytes.TakeBack(written);
        _takenBack += written;
    }

    /// <summary>Returns the buffer to the pool. <see cref="Written"/> must no longer be used.</summary>
    public void Dispose()
    {
        if (!_bytes.IsSmall || Pool.Count >= MaxPooled)
        {
            Json.Dispose();
            return;
        }

        _bytes.TakeBack(_bytes.Count);
        _takenBack = 0;
        Json.Reset();
        Pool.Enqueue(this);
    }
}
