namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// Measures how long the response to a poll waited before the core saw it, for example because the process stood still. It came later
/// than the engine holds the poll, or the engine's time in it is behind the local clock, compared with the response before. Locks in a
/// delayed response are older than they look.
/// </summary>
internal sealed class AnswerDelay
{
    /// <summary>The engine's times are whole seconds, and both responses have a latency.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(2);

    private TimeSpan? _offset;

    /// <summary>Returns how long the response to a poll waited; zero if it cannot be told.</summary>
    /// <param name="now">The time.</param>
    /// <param name="poll">The poll, which the engine does not hold longer than its timeout.</param>
    /// <param name="serverTime">The engine's time in the response, or null.</param>
    public TimeSpan Of(TimeSpan now, WorkerPoll poll, DateTimeOffset? serverTime)
    {
        var delay = now - poll.SentAt - poll.Timeout;
        if (serverTime is { } date)
        {
            var offset = date - DateTimeOffset.UnixEpoch - now;
            if (_offset is { } before && before - offset > delay)
            {
                delay = before - offset;
            }

            _offset = offset;
        }

        return delay > Unnoticed ? delay : TimeSpan.Zero;
    }
}
