namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The tasks of a scenario: delivered until their results have arrived.</summary>
internal sealed class MemoryBacklog
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<LargeTask> _tasks;
    private readonly Queue<int> _waiting;
    private readonly Dictionary<int, string> _locked = [];
    private readonly bool[] _ended;
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _right;
    private int _wrong;

    public MemoryBacklog(IReadOnlyList<LargeTask> tasks)
    {
        _tasks = tasks;
        _waiting = new(Enumerable.Range(0, tasks.Count));
        _ended = new bool[tasks.Count];
    }

    /// <summary>Ends when each task has a result.</summary>
    public Task Finished => _finished.Task;

    /// <summary>The results that the task must have, and all others.</summary>
    public (int Right, int Wrong) Results => (_right, _wrong);

    public LargeTask this[int number] => _tasks[number];

    public List<int> Take(string workerId, int maxTasks)
    {
        lock (_lock)
        {
            List<int> taken = [];
            while (taken.Count < maxTasks && _waiting.TryDequeue(out var number))
            {
                _locked[number] = workerId;
                taken.Add(number);
            }

            return taken;
        }
    }

    public List<int> LockedFor(string? workerId)
    {
        lock (_lock)
        {
            return [.. _locked.Where(entry => entry.Value == workerId).Select(static entry => entry.Key)];
        }
    }

    public void Unlock(int number)
    {
        lock (_lock)
        {
            if (_locked.Remove(number))
            {
                _waiting.Enqueue(number);
            }
        }
    }

    /// <summary>Takes a result.</summary>
    /// <param name="number">The task.</param>
    /// <param name="isCompletion">Whether it is a completion, or a failure without retries.</param>
    /// <param name="length">The length of the request.</param>
    public void End(int number, bool isCompletion, long length)
    {
        lock (_lock)
        {
            var task = _tasks[number];
            var isRight = _locked.Remove(number) && !_ended[number] && task.IsGood == isCompletion && (task.Kind != LargeTaskKind.Output || length > task.Size);
            _ended[number] = true;
            _right += isRight ? 1 : 0;
            _wrong += isRight ? 0 : 1;
            if (_right == _tasks.Count)
            {
                _finished.TrySetResult();
            }
        }
    }
}
