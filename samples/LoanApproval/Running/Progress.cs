namespace LoanApproval.Running;

/// <summary>How many applications have come in, and how many are decided.</summary>
internal sealed class Progress(Action<int, int> show)
{
    private int _received;

    public int Decided { get; private set; }

    public void Receive() => show(Interlocked.Increment(ref _received), Decided);

    /// <returns>Whether it is more than before.</returns>
    public bool Decide(int decided)
    {
        if (decided <= Decided)
        {
            return false;
        }

        Decided = decided;
        show(_received, decided);
        return true;
    }
}
