namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>The long polls that wait for tasks.</summary>
/// <remarks>
/// As in the real engine, all polls are tried again when a task is created or unlocked, when a poll begins to wait or times out, and
/// every 30 seconds, but not when a lock or a retry timeout expires. A poll whose client has disconnected stays in the queue and locks
/// the next tasks once.
/// </remarks>
internal sealed class PollQueue : IDisposable
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(30);

    private readonly EngineCore _core;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly LinkedList<WaitingPoll> _waiting = new();
    private bool _isRetrying;

    public PollQueue(EngineCore core, TimeProvider time)
    {
        _core = core;
        _time = time;
        _timer = time.CreateTimer(_ => core.RunLocked(RetryAll), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Fetches tasks, and waits for them if there are none and the command has a timeout.</summary>
    /// <returns>The locked tasks; an empty list if there were none.</returns>
    /// <exception cref="EngineRequestException">The engine rejects the command.</exception>
    public Task<IReadOnlyList<LockedTask>> FetchAsync(FetchCommand command)
    {
        command.Validate();
        var tasks = Fetch(command);
        if (tasks.Count > 0 || command.AsyncResponseTimeout <= TimeSpan.Zero)
        {
            return Task.FromResult(tasks);
        }

        var poll = new WaitingPoll(command, _time.GetUtcNow() + command.AsyncResponseTimeout);
        _core.RunLocked(() =>
        {
            _waiting.AddLast(poll);
            RetryAll();
        });
        return poll.Answer.Task;
    }

    /// <summary>Tries all waiting polls again. The caller holds the engine's lock.</summary>
    public void RetryAll()
    {
        // A fetch is a transaction, too, which could call this method again.
        if (_isRetrying || _waiting.Count == 0)
        {
            return;
        }

        _isRetrying = true;
        try
        {
            for (var node = _waiting.First; node is not null;)
            {
                var next = node.Next;
                if (TryAnswer(node.Value))
                {
                    _waiting.Remove(node);
                }

                node = next;
            }
        }
        finally
        {
            _isRetrying = false;
        }

        ScheduleRetry();
    }

    /// <summary>Answers the polls that have timed out, before a request changes the state. The caller holds the engine's lock.</summary>
    /// <remarks>
    /// When a fake clock jumps, other timers may act before the one of this queue. A poll must not get a task that they create after its
    /// deadline.
    /// </remarks>
    public void AnswerOverdue()
    {
        if (!_isRetrying && _waiting.Count > 0 && Deadline() <= _time.GetUtcNow())
        {
            RetryAll();
        }
    }

    public void Dispose() => _timer.Dispose();

    private bool TryAnswer(WaitingPoll poll)
    {
        try
        {
            var tasks = Fetch(poll.Command);
            return (tasks.Count > 0 || poll.Deadline <= _time.GetUtcNow()) && poll.Answer.TrySetResult(tasks);
        }
        catch (EngineRequestException exception)
        {
            return poll.Answer.TrySetException(exception);
        }
    }

    private void ScheduleRetry()
    {
        if (_waiting.Count == 0)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var pause = Deadline() - _time.GetUtcNow();
        pause = pause > MaxPause ? MaxPause : pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
        _timer.Change(pause, Timeout.InfiniteTimeSpan);
    }

    private DateTimeOffset Deadline() => _waiting.Min(static poll => poll.Deadline);

    private IReadOnlyList<LockedTask> Fetch(FetchCommand command) => _core.Write(work => TaskFetch.Fetch(work, command));

    private sealed record WaitingPoll(FetchCommand Command, DateTimeOffset Deadline)
    {
        public TaskCompletionSource<IReadOnlyList<LockedTask>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
