namespace Camunda.ExternalTask;

/// <summary>Stands around the handlers of a worker: <c>builder.Use&lt;TMiddleware&gt;()</c>. It is made for each task, in the scope that the handler's services come from, too.</summary>
public interface ITaskMiddleware
{
    /// <summary>
    /// Handles a task with the help of what comes next. It may answer by itself, call <paramref name="next"/> once or several times (each time a new handler reads its input anew,
    /// all of them in one scope), change the outcome, or turn exceptions into outcomes. What it throws is what the handler would have thrown.
    /// </summary>
    /// <param name="context">The task.</param>
    /// <param name="next">The next middleware, or the handler.</param>
    /// <param name="cancellationToken">Cancelled as the handler's: when the task is lost, or the worker stops and its grace is over. Pass it on, or one that is linked to it.</param>
    ValueTask<TaskOutcome> InvokeAsync(ExternalTaskContext context, TaskDelegate next, CancellationToken cancellationToken);
}
