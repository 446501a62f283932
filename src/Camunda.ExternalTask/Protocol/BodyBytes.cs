using System.Buffers;

namespace Camunda.ExternalTask.Protocol;

/// <summary>
/// Growing buffer of bytes that can remove bytes from its end. A small body is one array, which doubles. A large body is a list of segments, so that it is never
/// copied.
/// </summary>
internal sealed class BodyBytes(int capacity) : IBufferWriter<byte>
{
    /// <summary>The size up to which the body is a single array.</summary>
    private const int SingleBytes = 64 * 1024;

    private const int SegmentBytes = 1024 * 1024;

    private readonly List<ReadOnlyMemory<byte>> _full = [];
    private byte[] _current = new byte[capacity];
    private int _used;

    public long Count { get; private set; }

    /// <summary>Whether the buffer has its initial form, or one that is worth keeping.</summary>
    public bool IsSmall => _full.Count == 0 && _current.Length <= SingleBytes;

    public ReadOnlySequence<byte> Written => _full.Count == 0 ? new(_current.AsMemory(0, _used)) : BodySegment.Chain([.. _full, _current.AsMemory(0, _used)]);

    public void Advance(int count)
    {
        _used += count;
        Count += count;
    }

    public void TakeBack(long count)
    {
        Count -= count;
        while (count > _used)
        {
            count -= _used;
            _current = [.. _full[^1].Span];
            _used = _current.Length;
            _full.RemoveAt(_full.Count - 1);
        }

        _used -= (int)count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _current.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _current.AsSpan(_used);
    }

    private void Reserve(int size)
    {
        if (_current.Length - _used >= size)
        {
            return;
        }

        var needed = (long)_used + size;
        if (_full.Count == 0 && needed <= SingleBytes)
        {
            Array.Resize(ref _current, (int)Math.Min(Math.Max(needed, 2L * _current.Length), SingleBytes));
            return;
        }

        if (_used > 0)
        {
            _full.Add(_current.AsMemory(0, _used));
        }

        _current = new byte[Math.Max(size, Count < SegmentBytes ? SingleBytes : SegmentBytes)];
        _used = 0;
    }

    private sealed class BodySegment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Chain(ReadOnlySpan<ReadOnlyMemory<byte>> parts)
        {
            var first = new BodySegment { Memory = parts[0] };
            var last = first;
            foreach (var part in parts[1..])
            {
                var next = new BodySegment { Memory = part, RunningIndex = last.RunningIndex + last.Memory.Length };
                last.Next = next;
                last = next;
            }

            return new(first, 0, last, last.Memory.Length);
        }
    }
}
