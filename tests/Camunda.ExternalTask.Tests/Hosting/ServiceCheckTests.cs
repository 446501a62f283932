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
