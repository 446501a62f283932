using Camunda.ExternalTask;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// Without --engine-url, an engine in memory replaces the real one.
var url = args is ["--engine-url", var address] ? new Uri(address) : null;
await using var inMemory = url is null ? new InMemoryEngine() : null;

var builder = Host.CreateApplicationBuilder();
var worker = builder.Services
    .AddCamundaExternalTasks(options => options.BaseAddress = url ?? InMemoryEngine.BaseAddress)
    .AddHandlers();
if (inMemory is not null)
{
    worker.ConfigurePrimaryHttpMessageHandler(_ => inMemory.CreateHandler());
}

using var host = builder.Build();
await host.StartAsync();

using var engine = inMemory?.CreateClient() ?? new EngineClient(url!);
await engine.DeployFilesAsync([Path.Combine(AppContext.BaseDirectory, "Greeting.bpmn")]);
var instance = await engine.StartAsync(GreetingBpmn.Processes.Greeting, new Dictionary<string, object?> { ["name"] = "Ada" });

using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
await engine.WaitUntilEndedAsync(instance, patience.Token);
var greeting = (await engine.GetHistoricVariablesAsync(instance))["greeting"].Value;
await host.StopAsync();

Console.WriteLine(greeting);
return greeting is "Hello, Ada!" ? 0 : 1;

[ExternalTaskHandler(GreetingBpmn.Topics.Greet)]
public sealed partial class Greet
{
    public Greeted Handle(Person person) => new($"Hello, {person.Name}!");

    [TaskInput]
    public sealed partial record Person(string Name);

    [TaskOutput]
    public sealed partial record Greeted(string Greeting);
}
