using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>A missing service stops the start, before a task uses up its retries on it.</summary>
public class ServiceCheckTests
{
    [Fact]
    public async Task Missing_services_of_handlers_fail_the_start_with_parameter_and_remedy()
    {
        await using var bench = new WorkerBench();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => bench.StartAsync(worker => worker.AddHandler<ManyServices>()));

        Assert.Contains("ManyServices requires IUnknown (constructor parameter 'unknown')", exception.Message, StringComparison.Ordinal);
        Assert.Contains("builder.Services.AddScoped<IUnknown, …>()", exception.Message, StringComparison.Ordinal);
        Assert.Contains("with the key 'blue' (constructor parameter 'blue')", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, exception.Message.Split('\n').Length);
        Assert.Empty(bench.Network.Paths);
    }

    [Fact]
    public async Task Services_that_the_container_provides_are_not_reported()
    {
        await using var bench = new WorkerBench();
        bench.Services.AddSingleton<IUnknown, Known>();
        bench.Services.AddKeyedSingleton<IUnknown, Known>("blue");
        bench.StartInstance();

        await bench.StartAsync(worker => worker.AddHandler<ManyServices>());

        await bench.Log.SeeAsync("TaskCompleted");
    }

    [Fact]
    public async Task A_topic_that_is_opened_at_run_time_is_also_checked()
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));

        var exception = Assert.Throws<InvalidOperationException>(bench.Worker.Subscribe<ManyServices>);

        Assert.Contains("IUnknown", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_services_of_middleware_fail_the_start()
    {
        await using var bench = new WorkerBench();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => bench.StartAsync(worker => worker.AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed())).Use<NeedyMiddleware>()));

        Assert.Contains("NeedyMiddleware requires IUnknown (constructor parameter 'unknown')", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyed_services_of_middleware_are_checked()
    {
        Assert.Contains(
            "KeyedMiddleware requires IUnknown with the key 'red' (constructor parameter 'red')", await RefusalAsync(static worker => worker.Use<KeyedMiddleware>()), StringComparison.Ordinal);
        Assert.Null(await RefusalAsync(static worker => worker.Use<KeyedMiddleware>(), static services => services.AddKeyedSingleton<IUnknown, Known>("red")));
    }

    [Fact]
    public async Task Services_of_observers_are_checked()
    {
        Assert.Contains(
            "NeedyObserver requires IUnknown (constructor parameter 'unknown')", await RefusalAsync(static worker => worker.AddObserver<NeedyObserver>()), StringComparison.Ordinal);
        Assert.Null(await RefusalAsync(static worker => worker.AddObserver<NeedyObserver>(), static services => services.AddSingleton<IUnknown, Known>()));
    }

    [Fact]
    public async Task A_scoped_service_in_a_singleton_is_reported()
    {
        Assert.Contains(
            "NeedyObserver requires IUnknown (constructor parameter 'unknown'), which is scoped, from a singleton.",
            await RefusalAsync(static worker => worker.AddObserver<NeedyObserver>(), static services => services.AddScoped<IUnknown, Known>()),
            StringComparison.Ordinal);
        Assert.Contains(
            "NeedyMiddleware requires, through Keeper, IDisposable (constructor parameter 'kept'), which is scoped, from a singleton.",
            await RefusalAsync(
                static worker => worker.Use<NeedyMiddleware>(), static services => services.AddSingleton<IUnknown, Keeper>().AddScoped<IDisposable, MemoryStream>(static _ => new())),
            StringComparison.Ordinal);
        Assert.Contains(
            "NeedyObserver is registered as scoped, but an observer is a singleton.",
            await RefusalAsync(static worker => worker.AddObserver<NeedyObserver>(), static services => services.AddSingleton<IUnknown, Known>().AddScoped<NeedyObserver>()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_lacks_a_service_of_its_own_is_reported() =>
        Assert.Contains(
            "NeedyMiddleware requires, through Keeper, IDisposable (constructor parameter 'kept')",
            await RefusalAsync(static worker => worker.Use<NeedyMiddleware>(), static services => services.AddScoped<IUnknown, Keeper>()),
            StringComparison.Ordinal);

    [Fact]
    public async Task Optional_parameters_and_other_constructors_are_not_required() =>
        Assert.Null(await RefusalAsync(static worker => worker.Use<ModestMiddleware>().AddObserver<ModestObserver>()));

    /// <summary>Starts a worker and returns why it does not start; null if it does.</summary>
    private static async Task<string?> RefusalAsync(Action<ExternalTaskWorkerBuilder> build, Action<IServiceCollection>? add = null)
    {
        await using var bench = new WorkerBench();
        add?.Invoke(bench.Services);
        return (await Record.ExceptionAsync(() => bench.StartAsync(worker =>
        {
            worker.AddHandler("topic", (_, _) => Task.FromResult(TaskOutcome.Completed()));
            build(worker);
        })))?.Message;
    }
}

internal sealed class Keeper(IDisposable kept) : IUnknown
{
    public IDisposable Kept => kept;
}

internal sealed class KeyedMiddleware([FromKeyedServices("red")] IUnknown red) : ITaskMiddleware
{
    public ValueTask<TaskOutcome> InvokeAsync(ExternalTaskContext context, TaskDelegate next, CancellationToken cancellationToken) =>
        red is null ? default : next(context, cancellationToken);
}

internal sealed class NeedyObserver(IUnknown unknown) : IWorkerObserver
{
    public void OnEvent(in WorkerEvent occurrence) => Assert.NotNull(unknown);
}

internal sealed class ModestMiddleware(TimeProvider time, IUnknown? unknown = null) : ITaskMiddleware
{
    public ValueTask<TaskOutcome> InvokeAsync(ExternalTaskContext context, TaskDelegate next, CancellationToken cancellationToken) =>
        time is null || unknown is not null ? default : next(context, cancellationToken);
}

internal sealed class ModestObserver : IWorkerObserver
{
    public ModestObserver()
    {
    }

    public ModestObserver(IUnknown unknown) => Assert.NotNull(unknown);

    public void OnEvent(in WorkerEvent occurrence)
    {
    }
}

public interface IUnknown;

internal sealed class Known : IUnknown;

internal sealed class NeedyMiddleware(IUnknown unknown) : ITaskMiddleware
{
    public ValueTask<TaskOutcome> InvokeAsync(ExternalTaskContext context, TaskDelegate next, CancellationToken cancellationToken) =>
        unknown is null ? default : next(context, cancellationToken);
}

[ExternalTaskHandler("topic", ProcessDefinitionKeyIn = ["one", "other"])]
internal sealed partial class ManyServices(
    IUnknown unknown,
    [FromKeyedServices("blue")] IUnknown blue,
    ILogger<ManyServices> logger,
    IEnumerable<IUnknown> all,
    IServiceProvider provider,
    TimeProvider time,
    IDisposable? optional = null)
{
    public void Handle() => Assert.All([unknown, blue, logger, all, provider, (object)time], Assert.NotNull);

    public bool HasOptional => optional is not null;
}
