namespace Camunda.ExternalTask;

/// <summary>Observes the events of a worker. Register it with <c>builder.AddObserver&lt;TObserver&gt;()</c>.</summary>
public interface IWorkerObserver
{
    /// <summary>
    /// Handles an event. The worker calls this method synchronously, on the thread on which the event happened, and for several tasks on
    /// several threads at a time. The implementation must therefore be quick and thread-safe; put longer work into a queue. If it throws,
    /// the worker logs <c>ObserverFailed</c>, continues, and calls the other observers.
    /// </summary>
    /// <param name="occurrence">The event. <see cref="WorkerEventKind"/> lists the members that each kind sets.</param>
    void OnEvent(in WorkerEvent occurrence);
}
