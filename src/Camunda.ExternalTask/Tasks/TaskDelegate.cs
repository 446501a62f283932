namespace Camunda.ExternalTask;

/// <summary>The rest of the way to a task's handler, and the handler itself.</summary>
/// <param name="context">The task.</param>
/// <param name="cancellationToken">What the handler gets as its token.</param>
/// <returns>What the handler makes of the task. What it throws, and what cannot be read (<see cref="VariableException"/>), comes as the exception of the result.</returns>
public delegate ValueTask<TaskOutcome> TaskDelegate(ExternalTaskContext context, CancellationToken cancellationToken);
