using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Chaos.Workers;

/// <summary>The worker process: a worker with default options and a handler that records its runs and returns the business key in a variable with the name of the topic.</summary>
internal static class WorkerProgram
{
    private static readonly TimeSpan HandlerTime = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(Uri engine, string topic, string folder)
    {
        using var ledger = new Ledger(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.ledger")));
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddCamundaExternalTasks(options => options.BaseAddress = engine)
            .AddHandler(topic, async (context, cancellationToken) =>
            {
                var task = context.Task.BusinessKey!;
                ledger.Write("begin", task);
                await Task.Delay(HandlerTime, cancellationToken);
                ledger.Write("end", task);
                return TaskOutcome.Completed(new UntypedOutput().Set(topic, task));
            });
        await builder.Build().RunAsync();
        return 0;
    }
}
