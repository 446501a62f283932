namespace Camunda.ExternalTask;

/// <summary>Is told what a worker does: <c>builder.AddObserver&lt;TObserver&gt;()</c>.</summary>
public interface IWorkerObserver
{
    /// <summary>
    /// Something has happened. Called at once on the thread it happened on, which goes on only afterwards, for several tasks from several threads at a time: be quick and
    /// thread-safe, and hand on what takes longer. An observer that throws is logged (<c>ObserverFailed</c>) and disturbs neither the worker nor the observers after it.
    /// </summary>
    /// <param name="occurrence">What happened; <see cref="WorkerEventKind"/> says what belongs to which kind.</param>
    void OnEvent(in WorkerEvent occurrence);
}
