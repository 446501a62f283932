using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Http.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Camunda.ExternalTask;

public sealed partial class ExternalTaskWorkerBuilder
{
    /// <summary>
    /// Adds middleware around all handlers of the worker, including those of topics that are opened at run time. The first middleware that
    /// is added is the outermost. Middleware runs in the task's log scope and activity, sees exceptions of the handler and of inputs that
    /// cannot be read, and shares one service scope with the handler.
    /// </summary>
    /// <typeparam name="TMiddleware">
    /// The middleware. If it is not registered, it is added as a scoped service, so that each task gets a new instance.
    /// </typeparam>
    public ExternalTaskWorkerBuilder Use<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMiddleware>()
        where TMiddleware : class, ITaskMiddleware
    {
        Services.TryAddScoped<TMiddleware>();
        if (!IsMadeByApplication(typeof(TMiddleware)))
        {
            _registration.MiddlewareTypes.Add(new(typeof(TMiddleware)));
        }

        _registration.Middleware.Add(static next =>
            (context, cancellationToken) => context.Services.GetRequiredService<TMiddleware>().InvokeAsync(context, next, cancellationToken));
        return this;
    }

    /// <inheritdoc cref="Use{TMiddleware}"/>
    /// <param name="middleware">
    /// Handles a task and can call the rest of the pipeline, see <see cref="ITaskMiddleware.InvokeAsync"/>. Services of the task are in
    /// <see cref="ExternalTaskContext.Services"/>.
    /// </param>
    public ExternalTaskWorkerBuilder Use(Func<ExternalTaskContext, TaskDelegate, CancellationToken, ValueTask<TaskOutcome>> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _registration.Middleware.Add(next => (context, cancellationToken) => middleware(context, next, cancellationToken));
        return this;
    }

    /// <summary>
    /// Adds an observer of the worker's events. It is a singleton of the container and is created when the worker starts, so it can depend
    /// on the worker.
    /// </summary>
    /// <typeparam name="TObserver">The observer. If it is not registered, it is added as a singleton.</typeparam>
    public ExternalTaskWorkerBuilder AddObserver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TObserver : class, IWorkerObserver
    {
        Services.TryAddSingleton<TObserver>();
        if (!IsMadeByApplication(typeof(TObserver)))
        {
            _registration.ObserverTypes.Add(new(typeof(TObserver)));
        }

        _registration.Observers.Add(static services => services.GetRequiredService<TObserver>());
        return this;
    }

    /// <summary>
    /// Adds a delegate that observes the worker's events. The worker calls its observers one after the other, in the order of addition.
    /// </summary>
    /// <param name="observe">Handles an event, see <see cref="IWorkerObserver.OnEvent"/>. It must be quick and thread-safe.</param>
    /// <param name="name">The observer's name in logs; null means the file and line of this call.</param>
    /// <param name="file">Supplied by the compiler.</param>
    /// <param name="line">Supplied by the compiler.</param>
    public ExternalTaskWorkerBuilder AddObserver(Action<WorkerEvent> observe, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(observe);
        var observer = new DelegateObserver(observe, InterceptorName.Of(name, file, line));
        _registration.Observers.Add(_ => observer);
        return this;
    }

    /// <summary>Whether the application creates a class itself, so that its constructor tells nothing.</summary>
    private bool IsMadeByApplication(Type type) => Services.Any(
        service => service.ServiceType == type && !service.IsKeyedService && (service.ImplementationFactory ?? service.ImplementationInstance) is not null);
}
