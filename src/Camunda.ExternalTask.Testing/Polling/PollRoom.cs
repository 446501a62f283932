namespace Camunda.ExternalTask.Testing;

/// <summary>Where long polls wait.</summary>
/// <remarks>
/// As in the real engine a poll is tried again when a task is created or unlocked, when another poll comes to wait or has its time, and
/// every 30 seconds; it does not
/// see a lock or a retry time run out. Nothing watches the connection: a poll whose client has gone still locks the next tasks, once.
/// </remarks>
internal sealed class PollRoom : IDisposable
{
    private static readonly TimeSpan _longestPause = TimeSpan.FromSeconds(30);

    private readonly EngineCore _core;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly LinkedList<WaitingPoll> _waiting = new();
    private bool _isLooking;

    public PollRoom(EngineCore core, TimeProvider time)
    {
        _core = core;
        _time = time;
        _timer = time.CreateTimer(_ => core.Locked(LookAgain), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Task<byte[]> FetchAsync(FetchRequest request)
    {
        TaskFetcher.Validate(request);
        if (TryFetch(request) is { } tasks)
        {
            return Task.FromResult(tasks);
        }

        if (request.AsyncResponseTimeout <= TimeSpan.Zero)
        {
            return Task.FromResult(RestJson.EmptyArray);
        }

        var poll = new WaitingPoll(request, _time.GetUtcNow() + request.AsyncResponseTimeout);
        _core.Locked(() =>
        {
            _waiting.AddLast(poll);
            LookAgain();
        });
        return poll.Answer.Task;
    }

    /// <summary>Tries every waiting poll; to be called with the engine's lock held.</summary>
    public void LookAgain()
    {
        // A fetch is a transaction too and could come back here.
        if (_isLooking || _waiting.Count == 0)
        {
            return;
        }

        _isLooking = true;
        try
        {
            for (var node = _waiting.First; node is not null;)
            {
                var next = node.Next;
                if (Settle(node.Value))
                {
                    _waiting.Remove(node);
                }

                node = next;
            }
        }
        finally
        {
            _isLooking = false;
        }

        WaitForNext();
    }

    public void Dispose() => _timer.Dispose();

    private bool Settle(WaitingPoll poll)
    {
        try
        {
            if (TryFetch(poll.Request) is { } tasks)
            {
                return poll.Answer.TrySetResult(tasks);
            }
        }
        catch (EngineRequestException exception)
        {
            return poll.Answer.TrySetException(exception);
        }

        return poll.Deadline <= _time.GetUtcNow() && poll.Answer.TrySetResult(RestJson.EmptyArray);
    }

    private void WaitForNext()
    {
        if (_waiting.Count == 0)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var pause = _waiting.Min(static poll => poll.Deadline) - _time.GetUtcNow();
        pause = pause > _longestPause ? _longestPause : pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
        _timer.Change(pause, Timeout.InfiniteTimeSpan);
    }

    private byte[]? TryFetch(FetchRequest request) => _core.Write(work => TaskFetcher.TryFetch(work, request));

    private sealed record WaitingPoll(FetchRequest Request, DateTimeOffset Deadline)
    {
        public TaskCompletionSource<byte[]> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
