using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Diagnostics;

/// <summary>The observers of a worker. They are asked for only when the worker starts, so that one may depend on the worker.</summary>
internal sealed class WorkerObservers(ILogger logger, string workerId)
{
    private IWorkerObserver[] _observers = [];
    private long[] _failures = [];

    /// <summary>Whether it is worth making an event.</summary>
    public bool Any => _observers.Length > 0;

    public bool AreAttached { get; private set; }

    public void Attach(IEnumerable<IWorkerObserver> observers)
    {
        IWorkerObserver[] attached = [.. observers];
        _failures = new long[attached.Length];
        _observers = attached;
        AreAttached = true;
    }

    public void Notify(in WorkerEvent occurrence)
    {
        var told = occurrence with { WorkerId = workerId };
        for (var i = 0; i < _observers.Length; i++)
        {
            try
            {
                _observers[i].OnEvent(told);
            }
            catch (Exception exception)
            {
                Failed(i, exception);
            }
        }
    }

    private void Failed(int observer, Exception exception)
    {
        if (FailureThrottle.Count(ref _failures[observer], out var failures))
        {
            var name = _observers[observer] is DelegateObserver named ? named.Name : _observers[observer].GetType().Name;
            WorkerLog.ObserverFailed(logger, exception, name, failures);
        }
    }
}
