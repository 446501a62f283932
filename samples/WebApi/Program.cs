using System.Diagnostics;
using System.Net;
using Camunda.ExternalTask;
using Camunda.ExternalTask.Testing;
using WebApi;

// --serve true runs until it is stopped; otherwise the program places two orders itself and ends.
// Without --engine-url, or the address that Aspire sets, an engine in memory replaces the real one.
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var url = configuration["engine-url"] is { } text ? new Uri(text) : null;
await using var inMemory = url is null ? new InMemoryEngine() : null;
using var engine = inMemory?.CreateClient() ?? new EngineClient(url!);
await engine.DeployFilesAsync([Path.Combine(AppContext.BaseDirectory, "Order.bpmn")]);

var activities = new List<Activity>();
await using var app = OrderApi.Build([$"--Camunda:BaseAddress={url ?? InMemoryEngine.BaseAddress}", .. args], engine, Configure, activities);
if (configuration["serve"] is "true")
{
    await app.RunAsync();
    return 0;
}

app.Urls.Add("http://127.0.0.1:0");
await app.StartAsync();
using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
var (small, large) = (await PlaceAsync(new("tea", 5)), await PlaceAsync(new("tea", 50)));
var (ready, live) = (await http.GetStringAsync("/ready", patience.Token), await http.GetStringAsync("/live", patience.Token));
await app.StopAsync();

Console.WriteLine($"5 pieces: {small}, 50 pieces: {large}, ready: {ready}, live: {live}, activities: {activities.Count}");
return (small, large, ready, live) is ("Reserved", "Rejected", "Healthy", "Healthy") && activities.Count > 0 ? 0 : 1;

void Configure(ExternalTaskWorkerBuilder worker)
{
    if (inMemory is not null)
    {
        worker.ConfigurePrimaryHttpMessageHandler(_ => inMemory.CreateHandler());
    }
}

async Task<string?> PlaceAsync(NewOrder order)
{
    using var accepted = await http.PostAsJsonAsync("/orders", order, patience.Token);
    while (true)
    {
        using var end = await http.GetAsync(accepted.Headers.Location, patience.Token);
        if (end.StatusCode == HttpStatusCode.OK)
        {
            return await end.Content.ReadFromJsonAsync<string>(patience.Token);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
    }
}
