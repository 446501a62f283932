using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Chaos.Workers;

/// <summary>The worker process: a worker with default options and a handler that records its runs.</summary>
internal static class WorkerProgram
{
    public const string Topic = "chaos";

    private static readonly TimeSpan HandlerTime = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(Uri engine, string folder)
    {
        using var ledger = new Ledger(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.ledger")));
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddCamundaExternalTasks(options => options.BaseAddress = engine)
            .AddHandler(Topic, async (context, cancellationToken) =>
            {
                var task = context.Task.BusinessKey!;
                ledger.Write("begin", task);
                await Task.Delay(HandlerTime, cancellationToken);
                ledger.Write("end", task);
                return TaskOutcome.Completed(new UntypedOutput().Set("result", task));
            });
        await builder.Build().RunAsync();
        return 0;
    }
}
