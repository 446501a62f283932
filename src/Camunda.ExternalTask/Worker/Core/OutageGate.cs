using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Worker.Core;

/// <summary>
/// Holds back polls and the calls for tasks while the engine does not answer, so that an outage does not multiply them. Now and then one call passes as
/// a probe. The first answer of the engine, to whatever call, lets all others pass.
/// </summary>
/// <remarks>Held calls stay due. The next <see cref="WorkerCore.Tick"/> after the gate has opened sends them.</remarks>
internal sealed class OutageGate(CoreState state)
{
    /// <summary>
    /// So many failures in a row, without any answer in between, close the gate. A proxy that breaks one request in ten breaks so many in a row once in
    /// 100,000 requests.
    /// </summary>
    private const int FailuresThatClose = 5;

    private static readonly TimeSpan FirstProbe = TimeSpan.FromSeconds(1);

    /// <summary>Work continues at most this long after the engine answers again.</summary>
    private static readonly TimeSpan MaxProbe = TimeSpan.FromSeconds(5);

    /// <summary>A stopping worker does not have that long.</summary>
    private static readonly TimeSpan MaxProbeOfStop = TimeSpan.FromSeconds(2);

    private string? _failed;
    private int _failures;
    private bool _hasFailedElsewhere;
    private int _probes;
    private TimeSpan _probeAt;

    /// <summary>A call was answered, or failed.</summary>
    /// <param name="now">The time.</param>
    /// <param name="source">What the call was for: a task id, or the name of a group.</param>
    /// <param name="error">The error; null if the call succeeded.</param>
    /// <returns>Whether the answer ends an outage.</returns>
    public bool Heard(TimeSpan now, string source, EngineError? error)
    {
        if (error is null or { IsFromEngine: true })
        {
            return Open(now);
        }

        _hasFailedElsewhere |= _failed is not null && _failed != source;
        _failed = source;
        _failures++;
        return false;
    }

    /// <summary>Whether a call may be sent now. If not, the core wakes up when the next one may.</summary>
    /// <param name="now">The time.</param>
    /// <param name="source">What the call is for. If all failures came from one task, they may be a problem of that task, and the others pass.</param>
    public bool Passes(TimeSpan now, string source)
    {
        if (_failures < FailuresThatClose || !(_hasFailedElsewhere || _failed == source))
        {
            return true;
        }

        if (now < _probeAt)
        {
            state.Wake(_probeAt);
            return false;
        }

        // Jitter, so that many workers do not return at the same moment.
        _probeAt = now + (Backoff.Bound(++_probes, FirstProbe, state.IsStopping ? MaxProbeOfStop : MaxProbe) * (0.5 + (state.Random.NextDouble() / 2)));
        return true;
    }

    /// <summary>The worker stops: one call passes at once.</summary>
    public void Stop(TimeSpan now)
    {
        _probeAt = now;
        state.Wake(now);
    }

    private bool Open(TimeSpan now)
    {
        var wasClosed = _failures >= FailuresThatClose;
        if (wasClosed)
        {
            state.Wake(now);
        }

        (_failed, _failures, _hasFailedElsewhere, _probes, _probeAt) = (null, 0, false, 0, TimeSpan.Zero);
        return wasClosed;
    }
}
