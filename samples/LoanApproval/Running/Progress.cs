namespace LoanApproval.Running;

/// <summary>Counts the received and the decided applications.</summary>
internal sealed class Progress(Action<int, int> show)
{
    private int _received;

    public int Decided { get; private set; }

    public void Receive() => show(Interlocked.Increment(ref _received), Decided);

    /// <returns>Whether the number has increased.</returns>
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
