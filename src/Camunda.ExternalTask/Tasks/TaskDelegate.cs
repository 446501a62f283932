namespace Camunda.ExternalTask;

/// <summary>Calls the rest of a task's pipeline: further middleware and the handler.</summary>
/// <param name="context">The task.</param>
/// <param name="cancellationToken">The token for the handler.</param>
/// <returns>
/// The outcome of the task. An exception of the handler, or of an input that cannot be read (<see cref="VariableException"/>), is carried
/// by the returned task.
/// </returns>
public delegate ValueTask<TaskOutcome> TaskDelegate(ExternalTaskContext context, CancellationToken cancellationToken);
