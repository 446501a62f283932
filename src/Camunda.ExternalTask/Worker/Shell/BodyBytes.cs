using System.Buffers;

namespace Camunda.ExternalTask;

/// <summary>Bytes that are written one after the other and, unlike those of an <see cref="ArrayBufferWriter{T}"/>, may be taken back from the end.</summary>
internal sealed class BodyBytes(int capacity) : IBufferWriter<byte>
{
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
            Array.Resize(ref _bytes, (int)Math.Clamp(2L * _bytes.Length, Count + (long)size, Array.MaxLength));
        }
    }
}
