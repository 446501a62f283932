namespace LoanApproval.Running;

/// <summary>Counts the calls of one handler and measures their duration.</summary>
internal sealed class HandlerTimes
{
    private readonly Lock _lock = new();
    private TimeSpan _total;

    public long Count { get; private set; }

    public TimeSpan Longest { get; private set; }

    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : _total / Count;

    public void Add(TimeSpan elapsed)
    {
        lock (_lock)
        {
            Count++;
            _total += elapsed;
            Longest = elapsed > Longest ? elapsed : Longest;
        }
    }
}
