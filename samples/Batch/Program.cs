using System.Globalization;
using System.Text;
using Batch;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Without --engine-url, an engine in memory replaces the real one.
var url = args is ["--engine-url", var address] ? new Uri(address) : null;
await using var inMemory = url is null ? new InMemoryEngine() : null;
using var engine = inMemory?.CreateClient() ?? new EngineClient(url!);

const int Count = 100_000;
var readings = string.Join('\n', Enumerable.Range(1, Count).Select(number => (number * 7_919L % Count).ToString(CultureInfo.InvariantCulture)));
await engine.DeployFilesAsync([Path.Combine(AppContext.BaseDirectory, "Readings.bpmn")]);
var instance = await engine.StartAsync(
    ReadingsBpmn.Processes.Readings,
    new Dictionary<string, object?> { ["readings"] = EngineVariable.File("readings.txt", Encoding.UTF8.GetBytes(readings), "text/plain") });

using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
var interruption = new Interruption();
using (var first = BuildHost())
{
    await first.StartAsync(patience.Token);
    await interruption.Reached.WaitAsync(patience.Token);

    // The handler gets ShutdownGrace to end. Then its token is canceled, and the worker releases the task.
    await first.StopAsync(patience.Token);
}

var released = (await engine.GetExternalTasksAsync(processInstanceId: instance, cancellationToken: patience.Token)).Single();
using (var second = BuildHost())
{
    await second.StartAsync(patience.Token);
    await engine.WaitUntilEndedAsync(instance, patience.Token);
    await second.StopAsync(patience.Token);
}

var variables = await engine.GetHistoricVariablesAsync(instance, patience.Token);
Console.WriteLine($"Locked after the stop: {released.WorkerId ?? "no"}, lines: {variables["count"].Value}, report: {variables["report"].FileName}");
return released.WorkerId is null && variables["count"].Value is Count && variables["report"].FileName == "report.csv" ? 0 : 1;

IHost BuildHost()
{
    var builder = Host.CreateApplicationBuilder();
    var worker = builder.Services
        .AddSingleton(interruption)
        .AddCamundaExternalTasks(options =>
        {
            options.BaseAddress = url ?? InMemoryEngine.BaseAddress;
            options.ShutdownGrace = TimeSpan.FromMilliseconds(100);
        })
        .AddHandlers();
    if (inMemory is not null)
    {
        worker.ConfigurePrimaryHttpMessageHandler(_ => inMemory.CreateHandler());
    }

    return builder.Build();
}
