using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The library with a generated handler, hosted as an application would.</summary>
internal sealed class WorkerClient : IBenchmarkClient
{
    private IHost? _host;

    public string Name => "worker";

    public Task StartAsync(Uri engine, int slots)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services
            .AddCamundaExternalTasks(options =>
            {
                options.BaseAddress = engine;
                options.MaxConcurrency = slots;
            })
            .AddHandlers();
        _host = builder.Build();
        return _host.StartAsync();
    }

    public async Task StopAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
    }
}
