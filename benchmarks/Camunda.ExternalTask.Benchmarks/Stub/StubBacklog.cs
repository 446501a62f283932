namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The tasks of one run: handed out once each, counted when completed for the first time, checked every time.</summary>
internal sealed class StubBacklog(int count)
{
    private readonly string?[] _lockedFor = new string?[count];
    private readonly bool[] _completed = new bool[count];
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _next;
    private int _distinct;
    private int _wrong;

    /// <summary>Ends when every task was completed.</summary>
    public Task Finished => _finished.Task;

    public int Distinct => _distinct;

    /// <summary>Completions that came twice, from the wrong worker, for an unknown task or with the wrong output, and anything that is no completion.</summary>
    public int Wrong => _wrong;

    public Range Take(string workerId, int maxTasks)
    {
        lock (_lockedFor)
        {
            var start = _next;
            _next = Math.Min(count, start + maxTasks);
            _lockedFor.AsSpan(start.._next).Fill(workerId);
            return start.._next;
        }
    }

    public void Complete(int number, Completion completion)
    {
        var right = (uint)number < (uint)count
            && completion.WorkerId == _lockedFor[number]
            && completion.Score == StubTask.Score(number)
            && completion.RiskClass == StubTask.RiskClass(number)
            && !Interlocked.Exchange(ref _completed[number], true);
        if (!right)
        {
            Refuse();
        }
        else if (Interlocked.Increment(ref _distinct) == count)
        {
            _finished.SetResult();
        }
    }

    public void Refuse() => Interlocked.Increment(ref _wrong);
}
