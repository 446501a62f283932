using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.Hosting;

namespace Worker._1.Tests;

public class LoanApprovalTests
{
    [Theory]
    [InlineData("C-1", "Checked")]
    [InlineData("D-1", "NotChecked")]
    public async Task Process_ends_at_the_event_for_the_customer(string customer, string end)
    {
        await using var engine = new InMemoryEngine();
        engine.Deploy(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Models", "LoanApproval.bpmn"), TestContext.Current.CancellationToken));
        var instance = engine.Start("loanApproval", new Dictionary<string, object?> { ["customerId"] = customer });

        using var host = WorkerHost.Build(Settings, worker => worker.ConfigurePrimaryHttpMessageHandler(_ => engine.CreateHandler()));
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var client = engine.CreateClient();
        await client.WaitUntilEndedAsync(instance, TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([end], engine.EndEvents(instance));
        Assert.Empty(engine.Incidents);
    }

    private static string[] Settings =>
    [
        $"--Camunda:BaseAddress={InMemoryEngine.BaseAddress}",
#if (auth == "basic")
        "--Credentials:User=demo",
        "--Credentials:Password=demo",
        "--Camunda:AllowInsecureCredentials=true", // The address of the engine in memory is not an https address.
#elif (auth == "oauth")
        "--Credentials:TokenEndpoint=", // The engine in memory needs no token.
#endif
    ];
}
