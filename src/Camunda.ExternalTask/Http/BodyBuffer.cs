using System.Buffers;

namespace Camunda.ExternalTask.Http;

/// <summary>
/// Growing buffer for received bytes. A small one comes from the pool. A large one is a new array, because the pool would keep it, and grows eightfold: the system
/// provides the pages of a new array when they are written, so the unused end takes no memory, while doubling would copy everything several times.
/// </summary>
/// <param name="capacity">The capacity at the beginning.</param>
/// <param name="maxCapacity">The largest capacity that can be needed.</param>
internal sealed class BodyBuffer(int capacity, int maxCapacity) : IDisposable
{
    /// <summary>The largest capacity that comes from the pool.</summary>
    public const int PooledBytes = 1024 * 1024;

    private const int Growth = 8;

    private byte[] _bytes = Allocate(capacity);

    /// <summary>The number of bytes in the buffer.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Space behind the bytes; at least one byte.</summary>
    public Memory<byte> Space
    {
        get
        {
            Reserve(1);
            return _bytes.AsMemory(Length);
        }
    }

    /// <summary>Counts bytes that were written into the <see cref="Space"/>.</summary>
    public void Advance(int count) => Length += count;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Removes the bytes and keeps the capacity.</summary>
    public void Reset() => Length = 0;

    /// <summary>Removes the bytes and returns them: the array itself if it is large and they fill at least half of it, otherwise a copy.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        ReadOnlyMemory<byte> taken;
        if (_bytes.Length > PooledBytes && Length >= _bytes.Length / 2)
        {
            taken = _bytes.AsMemory(0, Length);
            _bytes = [];
        }
        else
        {
            taken = Bytes.ToArray();
        }

        Length = 0;
        return taken;
    }

    /// <summary>Overwrites the bytes, because they contain a secret.</summary>
    public void Clear() => Array.Clear(_bytes);

    public void Dispose()
    {
        Release();
        _bytes = [];
        Length = 0;
    }

    private static byte[] Allocate(long capacity) =>
        capacity <= PooledBytes ? ArrayPool<byte>.Shared.Rent((int)capacity) : GC.AllocateUninitializedArray<byte>((int)Math.Min(capacity, Array.MaxLength));

    private void Reserve(int count)
    {
        var needed = (long)Length + count;
        if (needed <= _bytes.Length)
        {
            return;
        }

        var growth = _bytes.Length < PooledBytes ? 2L * _bytes.Length : (long)Growth * _bytes.Length;
        var larger = Allocate(Math.Max(needed, Math.Min(growth, maxCapacity)));
        Bytes.CopyTo(larger);
        Release();
        _bytes = larger;
    }

    private void Release()
    {
        // An array of another size than the pool's would be refused. Whether it is the pool's follows from its length.
        if (_bytes.Length is > 0 and <= PooledBytes)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
