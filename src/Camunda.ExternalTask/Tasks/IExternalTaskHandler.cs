using System.ComponentModel;

namespace Camunda.ExternalTask.Generated;

/// <summary>
/// A handler with the members that the worker needs. Generated code implements it for classes with
/// <see cref="ExternalTaskHandlerAttribute"/>.
/// </summary>
/// <typeparam name="TSelf">The handler type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExternalTaskHandler<TSelf>
    where TSelf : class, IExternalTaskHandler<TSelf>
{
    /// <summary>Describes topic, variables, lock, retries, filters and error codes.</summary>
    static abstract HandlerDescriptor Descriptor { get; }

    /// <summary>Creates the handler for one task.</summary>
    /// <param name="services">The services of the task.</param>
    static abstract TSelf Create(IServiceProvider services);

    /// <summary>Reads the input, calls the handler and wraps its result.</summary>
    /// <param name="handler">The handler of this task.</param>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">
    /// Is canceled when the lock is lost, the task no longer exists, or the worker's shutdown grace period ends.
    /// </param>
    /// <returns>The outcome to report to the engine.</returns>
    static abstract ValueTask<TaskOutcome> DispatchAsync(TSelf handler, ExternalTaskContext task, CancellationToken cancellationToken);

    /// <summary>Resolves the JSON types of input, output and errors once, when the worker starts.</summary>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    static virtual void Prepare()
    {
    }
}
