using System.ComponentModel;

namespace Camunda.ExternalTask.Generated;

/// <summary>A handler as the worker sees it. Implemented by generated code for classes with <see cref="ExternalTaskHandlerAttribute"/>.</summary>
/// <typeparam name="TSelf">The handler itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExternalTaskHandler<TSelf>
    where TSelf : class, IExternalTaskHandler<TSelf>
{
    /// <summary>Topic, variables, lock, retries, filters and error codes.</summary>
    static abstract HandlerDescriptor Descriptor { get; }

    /// <summary>Creates the handler for one task.</summary>
    /// <param name="services">The services of the task's scope.</param>
    static abstract TSelf Create(IServiceProvider services);

    /// <summary>Reads the input, calls the handler and wraps its result.</summary>
    /// <param name="handler">The handler of this task.</param>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Cancelled when the lock is lost, the task is gone, or the worker's shutdown grace is over.</param>
    /// <returns>What is to be reported to the engine.</returns>
    static abstract ValueTask<TaskOutcome> DispatchAsync(TSelf handler, ExternalTaskContext task, CancellationToken cancellationToken);

    /// <summary>Resolves the JSON types of input, output and errors once at start.</summary>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    static virtual void Prepare()
    {
    }
}
