using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

public sealed class EngineClientTests : IAsyncDisposable
{
    private readonly InMemoryEngine _engine = new();
    private readonly EngineClient _client;

    public EngineClientTests() => _client = _engine.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Follows_an_instance_from_deployment_to_its_end()
    {
        var deployment = await _client.DeployAsync("d", Models.OneTask("t"), Cancellation);
        var id = await _client.StartAsync("t", new Dictionary<string, object?> { ["n"] = 1, ["text"] = "x" }, "bk", cancellationToken: Cancellation);

        Assert.Single(deployment.DefinitionIds);
        Assert.Equal(1, await _client.CountRunningAsync("t", Cancellation));
        Assert.Equal(("ACTIVE", "bk", null), await StateAsync(id));
        Assert.Equal(new EngineVariable("Integer", 1), (await _client.GetVariablesAsync(id, Cancellation))["n"]);

        using var worker = new TestWorker(_engine);
        await worker.CompleteAsync(await worker.FetchOneAsync("t"), new { @out = new { value = 2.5 } });

        Assert.Equal("COMPLETED", (await _client.WaitUntilEndedAsync(id, Cancellation)).State);
        await _client.WaitUntilRunningAsync("t", 0, Cancellation);
        Assert.Equal(["end"], await _client.GetEndEventsAsync(id, Cancellation));
        Assert.Equal(new EngineVariable("Double", 2.5), (await _client.GetHistoricVariablesAsync(id, Cancellation))["out"]);
        Assert.Equal(id, Assert.Single(await _client.GetInstancesAsync("t", "bk", Cancellation)).Id);

        await _client.DeleteDeploymentAsync(deployment.Id, cancellationToken: Cancellation);
        Assert.Null(await _client.FindInstanceAsync(id, Cancellation));
    }

    [Fact]
    public async Task Sees_incidents_and_resolves_them()
    {
        await _client.DeployAsync("d", Models.OneTask("t"), Cancellation);
        var id = Assert.Single(await _client.StartManyAsync("t", 1, cancellationToken: Cancellation));
        using var worker = new TestWorker(_engine);
        await worker.FailAsync(await worker.FetchOneAsync("t"), retries: 0, message: "boom");

        var incident = Assert.Single(await _client.GetIncidentsAsync(id, Cancellation));
        Assert.Equal(("failedExternalTask", "task", "boom"), (incident.Type, incident.ActivityId, incident.Message));
        await _client.SetRetriesAsync(incident.Configuration!, 1, Cancellation);
        Assert.Empty(await _client.GetIncidentsAsync(id, Cancellation));
        var task = Assert.Single(await _client.GetExternalTasksAsync(processInstanceId: id, cancellationToken: Cancellation));
        Assert.Equal((1, "boom", "w"), (task.Retries, task.ErrorMessage, task.WorkerId));
    }

    [Fact]
    public async Task Carries_every_type_there_and_back()
    {
        await _client.DeployAsync("d", Models.OneTask("t"), Cancellation);
        var sent = new Dictionary<string, object?>
        {
            ["bool"] = true,
            ["short"] = (short)7,
            ["int"] = int.MinValue,
            ["long"] = long.MaxValue,
            ["double"] = 0.1,
            ["nan"] = double.NaN,
            ["string"] = "héé \ud83d\ude00 \0",
            ["date"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(1)),
            ["bytes"] = "ab"u8.ToArray(),
            ["null"] = null,
            ["json"] = EngineVariable.Json("{\"a\":1}"),
            ["xml"] = EngineVariable.Xml("<a/>"),
            ["object"] = EngineVariable.Object("[1]", "java.util.ArrayList<java.lang.Integer>"),
        };
        var id = await _client.StartAsync("t", sent, cancellationToken: Cancellation);
        var received = await _client.GetVariablesAsync(id, Cancellation);
        foreach (var (name, value) in sent)
        {
            var expected = EngineVariable.Of(value);
            Assert.Equal(expected.Type, received[name].Type);
            Assert.Equal(expected.Value, received[name].Value);
        }
    }

    [Fact]
    public void A_type_the_engine_has_not_is_refused_before_it_is_sent() => Assert.Throws<ArgumentException>(() => EngineVariable.Of(1m));

    [Fact]
    public async Task A_refusal_tells_the_request_the_status_and_the_engines_words()
    {
        var error = await Assert.ThrowsAsync<EngineRequestException>(() => _client.StartAsync("nope", cancellationToken: Cancellation));
        Assert.Equal((HttpStatusCode.NotFound, "RestException"), (error.Status, error.Type));
        Assert.Equal("No matching process definition with key: nope and no tenant-id", error.EngineMessage);
        Assert.StartsWith("POST process-definition/key/nope/start failed with status 404: {", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_right_password_opens_an_engine_with_a_user()
    {
        await using var engine = new InMemoryEngine(new() { User = new NetworkCredential("demo", "secret") });
        using var stranger = engine.CreateClient();
        var error = await Assert.ThrowsAsync<EngineRequestException>(() => stranger.GetVersionAsync(Cancellation));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (error.Status, error.Body));

        using var http = new HttpClient(engine.CreateHandler()) { BaseAddress = InMemoryEngine.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("demo:secret")));
        using var friend = new EngineClient(http);
        Assert.Equal("7.24.0", await friend.GetVersionAsync(Cancellation));
    }

    [Fact]
    public async Task Suspends_and_deletes()
    {
        await _client.DeployAsync("d", Models.OneTask("t"), Cancellation);
        var id = await _client.StartAsync("t", cancellationToken: Cancellation);
        await _client.SetSuspendedAsync(id, true, Cancellation);
        Assert.Equal(("SUSPENDED", null, null), await StateAsync(id));
        await _client.DeleteInstanceAsync(id, Cancellation);
        Assert.Equal("EXTERNALLY_TERMINATED", (await _client.FindInstanceAsync(id, Cancellation))?.State);
    }

    private async Task<(string? State, string? BusinessKey, DateTimeOffset? Ended)> StateAsync(string id) =>
        await _client.FindInstanceAsync(id, Cancellation) is { } found ? (found.State, found.BusinessKey, found.Ended) : default;
}
