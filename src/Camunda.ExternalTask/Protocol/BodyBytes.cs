using System.Buffers;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Bytes that are written one after the other and, unlike those of an <see cref="ArrayBufferWriter{T}"/>, may be taken back from the end.</summary>
internal sealed class BodyBytes(int capacity) : IBufferWriter<byte>
{
    private const int LargeBytes = 1024 * 1024;

    /// <summary>Room behind a large value for what follows it.</summary>
    private const int Slack = 64 * 1024;

    private byte[] _bytes = new byte[capacity];

    public int Count { get; private set; }

    public int Capacity => _bytes.Length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Count);

    public void Advance(int count) => Count += count;

    public void TakeBack(int count) => Count -= count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Count);
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - Count < size)
        {
            Grow((long)Count + size);
        }
    }

    /// <summary>Doubles while it is small. A large value gets what it asks for: doubled, the Base64 text of a file of 50 MB would take three times its length.</summary>
    private void Grow(long needed)
    {
        var larger = needed < LargeBytes ? Math.Max(needed, 2L * _bytes.Length) : Math.Max(needed + Slack, _bytes.Length + (_bytes.Length / 4L));
        if (needed > Array.MaxLength)
        {
            throw new InvalidOperationException($"A request of {needed:N0} bytes is more than an array holds. Upload large contents as streams.");
        }

        Array.Resize(ref _bytes, (int)Math.Min(larger, Array.MaxLength));
    }
}
