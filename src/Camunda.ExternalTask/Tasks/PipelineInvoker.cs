using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tasks;

/// <summary>Calls a handler through its middleware, in one service scope. The pipeline is built once, not for each task.</summary>
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

    /// <summary>Adds middleware to a handler. Without middleware, returns the handler itself.</summary>
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

    /// <summary>Calls the handler. The method is asynchronous so that the returned task carries every exception of the handler.</summary>
    private async ValueTask<TaskOutcome> CallHandlerAsync(ExternalTaskContext task, CancellationToken cancellationToken) =>
        await _handler.InvokeInScopeAsync(task.Services, task, cancellationToken).ConfigureAwait(false);
}
