using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tasks;

/// <summary>A handler with middleware around it, all of them in one scope of services. The way through them is put together once, not for each task.</summary>
internal sealed class PipelineInvoker : HandlerInvoker
{
    private readonly HandlerInvoker _handler;
    private readonly TaskDelegate _pipeline;

    private PipelineInvoker(HandlerInvoker handler, IReadOnlyList<Func<TaskDelegate, TaskDelegate>> middleware)
        : base(handler.Descriptor)
    {
        _handler = handler;
        _pipeline = middleware.Reverse().Aggregate((TaskDelegate)CallHandlerAsync, static (next, add) => add(next));
    }

    /// <summary>Without middleware the handler stays what it is.</summary>
    public static HandlerInvoker Around(HandlerInvoker handler, IReadOnlyList<Func<TaskDelegate, TaskDelegate>> middleware) =>
        middleware.Count == 0 ? handler : new PipelineInvoker(handler, middleware);

    public override async ValueTask<TaskOutcome> InvokeAsync(IServiceProvider services, ExternalTaskContext task, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        task.Scope = scope.ServiceProvider;
        return await _pipeline(task, cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask<TaskOutcome> InvokeInScopeAsync(IServiceProvider scope, ExternalTaskContext task, CancellationToken cancellationToken) =>
        _handler.InvokeInScopeAsync(scope, task, cancellationToken);

    /// <summary>Asynchronous, so that an exception comes with the result wherever the handler throws it.</summary>
    private async ValueTask<TaskOutcome> CallHandlerAsync(ExternalTaskContext task, CancellationToken cancellationToken) =>
        await _handler.InvokeInScopeAsync(task.Services, task, cancellationToken).ConfigureAwait(false);
}
