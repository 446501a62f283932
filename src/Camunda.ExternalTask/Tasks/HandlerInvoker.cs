using Camunda.ExternalTask.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tasks;

/// <summary>Calls a registered handler.</summary>
internal abstract class HandlerInvoker(HandlerDescriptor descriptor)
{
    public HandlerDescriptor Descriptor { get; } = descriptor;

    /// <summary>Resolves what reading and writing need. Throws if something is missing.</summary>
    public virtual void Prepare()
    {
    }

    /// <summary>Calls the handler, in a new service scope if it needs services.</summary>
    public abstract ValueTask<TaskOutcome> InvokeAsync(IServiceProvider services, ExternalTaskContext task, CancellationToken cancellationToken);

    /// <summary>Calls the handler in an existing service scope.</summary>
    public abstract ValueTask<TaskOutcome> InvokeInScopeAsync(IServiceProvider scope, ExternalTaskContext task, CancellationToken cancellationToken);
}

/// <summary>Calls a handler that has generated code.</summary>
internal sealed class HandlerInvoker<THandler>() : HandlerInvoker(THandler.Descriptor)
    where THandler : class, IExternalTaskHandler<THandler>
{
    public override void Prepare() => THandler.Prepare();

    public override ValueTask<TaskOutcome> InvokeAsync(IServiceProvider services, ExternalTaskContext task, CancellationToken cancellationToken) =>
        Descriptor.NeedsServices
            ? InvokeInOwnScopeAsync(services, task, cancellationToken)
            : DispatchAsync(THandler.Create(services), task, cancellationToken);

    public override ValueTask<TaskOutcome> InvokeInScopeAsync(IServiceProvider scope, ExternalTaskContext task, CancellationToken cancellationToken) =>
        DispatchAsync(THandler.Create(scope), task, cancellationToken);

    private static async ValueTask<TaskOutcome> InvokeInOwnScopeAsync(IServiceProvider services, ExternalTaskContext task, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await DispatchAsync(THandler.Create(scope.ServiceProvider), task, cancellationToken).ConfigureAwait(false);
    }

    private static ValueTask<TaskOutcome> DispatchAsync(THandler handler, ExternalTaskContext task, CancellationToken cancellationToken) =>
        handler is IDisposable or IAsyncDisposable
            ? DispatchAndDisposeAsync(handler, task, cancellationToken)
            : THandler.DispatchAsync(handler, task, cancellationToken);

    private static async ValueTask<TaskOutcome> DispatchAndDisposeAsync(THandler handler, ExternalTaskContext task, CancellationToken cancellationToken)
    {
        try
        {
            return await THandler.DispatchAsync(handler, task, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (handler is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                (handler as IDisposable)?.Dispose();
            }
        }
    }
}

/// <summary>Calls a handler that is a delegate.</summary>
internal sealed class DelegateInvoker(HandlerDescriptor descriptor, Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handler)
    : HandlerInvoker(descriptor)
{
    /// <exception cref="ArgumentException">The topic is null or blank.</exception>
    public static DelegateInvoker Create(
        string topic, Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handler, Func<HandlerDescriptor, HandlerDescriptor>? change)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        ArgumentNullException.ThrowIfNull(handler);
        var plain = new HandlerDescriptor(topic);
        return new(change?.Invoke(plain) ?? plain, handler);
    }

    public override ValueTask<TaskOutcome> InvokeAsync(IServiceProvider services, ExternalTaskContext task, CancellationToken cancellationToken) =>
        new(handler(task, cancellationToken));

    public override ValueTask<TaskOutcome> InvokeInScopeAsync(IServiceProvider scope, ExternalTaskContext task, CancellationToken cancellationToken) =>
        new(handler(task, cancellationToken));
}
