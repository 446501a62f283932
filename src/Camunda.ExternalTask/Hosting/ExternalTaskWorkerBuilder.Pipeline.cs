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
    /// Puts middleware around all handlers of the worker, also those of topics that are opened at run time: what was added first is outermost. It runs in the task's log scope and
    /// activity, sees exceptions of the handler and inputs that cannot be read, and shares one scope of services with the handler.
    /// </summary>
    /// <typeparam name="TMiddleware">The middleware; added to the services, one for each task, unless it is there already.</typeparam>
    public ExternalTaskWorkerBuilder Use<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMiddleware>()
        where TMiddleware : class, ITaskMiddleware
    {
        if (!Services.Any(static service => service.ServiceType == typeof(TMiddleware)))
        {
            Services.AddScoped<TMiddleware>();
            _registration.MiddlewareTypes.Add(new(typeof(TMiddleware)));
        }

        _registration.Middleware.Add(static next =>
            (context, cancellationToken) => context.Services.GetRequiredService<TMiddleware>().InvokeAsync(context, next, cancellationToken));
        return this;
    }

    /// <inheritdoc cref="Use{TMiddleware}"/>
    /// <param name="middleware">Handles a task with the help of what comes next, as <see cref="ITaskMiddleware.InvokeAsync"/> says; services of the task: <see cref="ExternalTaskContext.Services"/>.</param>
    public ExternalTaskWorkerBuilder Use(Func<ExternalTaskContext, TaskDelegate, CancellationToken, ValueTask<TaskOutcome>> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _registration.Middleware.Add(next => (context, cancellationToken) => middleware(context, next, cancellationToken));
        return this;
    }

    /// <summary>Tells an observer what the worker does. It is a singleton of the container, made when the worker starts; it may depend on the worker.</summary>
    /// <typeparam name="TObserver">The observer; added to the services unless it is there already.</typeparam>
    public ExternalTaskWorkerBuilder AddObserver<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TObserver>()
        where TObserver : class, IWorkerObserver
    {
        Services.TryAddSingleton<TObserver>();
        _registration.Observers.Add(static services => services.GetRequiredService<TObserver>());
        return this;
    }

    /// <summary>Tells a delegate what the worker does. Observers are told one after the other, in the order of addition.</summary>
    /// <param name="observe">Is called as <see cref="IWorkerObserver.OnEvent"/> says: it must be quick and thread-safe.</param>
    /// <param name="name">What logs call it; null: the place of this call.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ExternalTaskWorkerBuilder AddObserver(Action<WorkerEvent> observe, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(observe);
        var observer = new DelegateObserver(observe, InterceptorName.Of(name, file, line));
        _registration.Observers.Add(_ => observer);
        return this;
    }
}
