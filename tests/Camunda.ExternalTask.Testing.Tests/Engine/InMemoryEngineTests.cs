using System.Net;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

public sealed class InMemoryEngineTests
{
    [Fact]
    public async Task Runs_a_process_by_handler()
    {
        await using var engine = new InMemoryEngine();
        engine.Deploy(Models.OneTask("simple"));
        var instance = engine.Start("simple", new Dictionary<string, object?> { ["n"] = 1 }, "bk");
        using var worker = new TestWorker(engine);

        var task = await worker.FetchOneAsync("simple");
        await worker.CompleteAsync(task, new { });

        Assert.Equal("bk", task.GetProperty("businessKey").GetString());
        Assert.Equal("COMPLETED", engine.FindInstance(instance)?.State);
        Assert.Equal(["end"], engine.EndEvents(instance));
        Assert.Empty(engine.RunningInstances);
    }

    [Fact]
    public async Task Runs_a_process_over_a_port()
    {
        await using var engine = new InMemoryEngine();
        using var client = new EngineClient(await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken));
        await client.DeployAsync("simple", Models.OneTask("simple"), TestContext.Current.CancellationToken);
        var instance = await client.StartAsync("simple", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("7.24.0", await client.GetVersionAsync(TestContext.Current.CancellationToken));
        Assert.Equal(instance, Assert.Single(await client.GetExternalTasksAsync("simple", cancellationToken: TestContext.Current.CancellationToken)).ProcessInstanceId);
    }

    [Fact]
    public void Refuses_elements_it_does_not_execute_by_name_and_line()
    {
        using var engine = new InMemoryEngine();
        var error = Assert.Throws<EngineRequestException>(() => engine.Deploy(Models.Process("p", """
            <startEvent id="start" />
            <sequenceFlow id="f1" sourceRef="start" targetRef="Approve" />
            <complexGateway id="Approve" />
            """)));

        Assert.Equal(HttpStatusCode.BadRequest, error.Status);
        Assert.Contains("element 'complexGateway' (id 'Approve', line 6) is not supported by the engine in memory", error.Message, StringComparison.Ordinal);
    }
}
