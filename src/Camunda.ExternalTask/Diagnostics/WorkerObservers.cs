namespace Camunda.ExternalTask.Diagnostics;

/// <summary>The observers of a worker. They are resolved when the worker starts, so an observer may depend on the worker.</summary>
internal sealed class WorkerObservers(EventLog log)
{
    private IWorkerObserver[] _observers = [];
    private long[] _failures = [];

    /// <summary>Whether the worker has observers.</summary>
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
        for (var i = 0; i < _observers.Length; i++)
        {
            try
            {
                _observers[i].OnEvent(occurrence);
            }
            catch (Exception exception)
            {
                Failed(i, occurrence.WorkerId, exception);
            }
        }
    }

    private void Failed(int observer, string workerId, Exception exception)
    {
        if (FailureThrottle.Count(ref _failures[observer], out var failures))
        {
            var name = _observers[observer] is DelegateObserver named ? named.Name : _observers[observer].GetType().Name;
            var failed = new WorkerEvent(WorkerEventKind.ObserverFailed) { WorkerId = workerId, Error = exception, Message = name, Count = (int)failures };
            log.Write(EventTable.Of(failed.Kind), failed);
        }
    }
}
