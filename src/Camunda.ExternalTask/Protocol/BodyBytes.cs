using System.Buffers;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Growing buffer of bytes. Unlike an <see cref="ArrayBufferWriter{T}"/> it can remove bytes from its end.</summary>
internal sealed class BodyBytes(int capacity) : IBufferWriter<byte>
{
    private const int LargeBytes = 1024 * 1024;

    /// <summary>Space behind a large value for the bytes that follow it.</summary>
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

    /// <summary>
    /// Doubles a small buffer. A large value gets only the space that it needs: with doubling, the Base64 text of a file of 50 MB would take three times its length.
    /// </summary>
    private void Grow(long needed)
    {
        var larger = needed < LargeBytes ? Math.Max(needed, 2L * _bytes.Length) : Math.Max(needed + Slack, _bytes.Length + (_bytes.Length / 4L));
        if (needed > Array.MaxLength)
        {
            throw new InvalidOperationException($"The request has {needed:N0} bytes, but an array holds at most {Array.MaxLength:N0}. Upload large contents as streams.");
        }

        Array.Resize(ref _bytes, (int)Math.Min(larger, Array.MaxLength));
    }
}
