using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Performs jobs when they fall due, each in a transaction of its own.</summary>
/// <remarks>Jobs that are due at once run before the request that has created them returns, so that a test need not wait for them.</remarks>
internal sealed class JobExecutor : IDisposable
{
    // A cycle without a pause would otherwise never end.
    private const int MaxJobs = 100_000;

    private readonly EngineCore _core;
    private readonly bool _isAutomatic;
    private readonly ITimer _timer;
    private readonly TimeProvider _time;
    private bool _isRunning;

    public JobExecutor(EngineCore core, TimeProvider time, bool isAutomatic)
    {
        _core = core;
        _time = time;
        _isAutomatic = isAutomatic;
        _timer = time.CreateTimer(_ => core.RunLocked(RunDue), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Performs what is due, and sets the timer for the next job. The caller holds the engine's lock.</summary>
    public void Wake(EngineState state)
    {
        if (!_isAutomatic || _isRunning)
        {
            return;
        }

        _isRunning = true;
        try
        {
            for (var count = 0; count < MaxJobs && JobOperations.NextDue(state) is { } job; count++)
            {
                TryExecute(job);
            }
        }
        finally
        {
            _isRunning = false;
        }

        var pause = JobOperations.NextDueDate(state) - _time.GetUtcNow();
        _timer.Change(
            pause is null ? Timeout.InfiniteTimeSpan : pause <= TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : Min(pause.Value, TimeSpan.FromDays(40)),
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>Performs a job now, due or not.</summary>
    /// <exception cref="Exception">The job failed. Its retries are one less.</exception>
    public void Execute(string id)
    {
        var job = _core.Read(state => JobOperations.Find(state, id));
        try
        {
            _core.Write(work => work.Interpreter.Execute(job));
        }
        catch (Exception exception)
        {
            _core.Write(work => JobOperations.Fail(work, job, exception.Message));
            throw;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void RunDue() => _core.Read(state =>
    {
        Wake(state);
        return true;
    });

    private void TryExecute(Job job)
    {
        try
        {
            _core.Write(work => work.Interpreter.Execute(job));
        }
        catch (Exception exception)
        {
            _core.Write(work => JobOperations.Fail(work, job, exception.Message));
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
