namespace Camunda.ExternalTask;

/// <summary>
/// Runs around the handlers of a worker. Register it with <c>builder.Use&lt;TMiddleware&gt;()</c>. Each task gets a new instance, from the
/// same service scope as the handler's services.
/// </summary>
public interface ITaskMiddleware
{
    /// <summary>
    /// Handles a task and can call the rest of the pipeline. It can return an outcome without calling <paramref name="next"/>, call it once
    /// or several times, change the outcome, or turn exceptions into outcomes. Each call of <paramref name="next"/> creates a new handler
    /// and reads its input again, in the same service scope. An exception of the middleware has the same effect as an exception of the
    /// handler.
    /// </summary>
    /// <param name="context">The task.</param>
    /// <param name="next">The next middleware, or the handler.</param>
    /// <param name="cancellationToken">
    /// The handler's token: canceled when the task is lost or the worker's shutdown grace period ends. Pass on this token, or one that is
    /// linked to it.
    /// </param>
    ValueTask<TaskOutcome> InvokeAsync(ExternalTaskContext context, TaskDelegate next, CancellationToken cancellationToken);
}
