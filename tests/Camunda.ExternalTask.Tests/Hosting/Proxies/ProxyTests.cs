using System.Diagnostics;

namespace Camunda.ExternalTask.Tests.Hosting.Proxies;

/// <summary>Proxies that the environment names. .NET reads it once a process, so each case is a process of its own: this very assembly, asked for its one explicit test.</summary>
public class ProxyTests
{
    private const string EngineVariable = "CAMUNDA_EXTERNALTASK_TESTS_ENGINE";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_and_a_worker_use_the_proxy_of_the_environment()
    {
        await using var proxy = new ScriptedServer();

        // Such a name cannot be resolved (RFC 6761): only through the proxy there is an engine.
        await RunChildAsync("http://engine.invalid/engine-rest", new() { ["HTTP_PROXY"] = proxy.Address });

        Assert.All(proxy.Requests, request => Assert.Contains(" http://engine.invalid/engine-rest/", request));
        AssertWorked(proxy);
    }

    [Fact]
    public async Task Addresses_that_the_environment_excludes_bypass_the_proxy()
    {
        await using var proxy = new ScriptedServer();
        await using var engine = new ScriptedServer();
        await RunChildAsync($"{engine.Address}/engine-rest", new() { ["HTTP_PROXY"] = proxy.Address, ["NO_PROXY"] = "127.0.0.1" });

        Assert.Empty(proxy.Requests);
        Assert.All(engine.Requests, request => Assert.Contains(" /engine-rest/", request));
        AssertWorked(engine);
    }

    /// <summary>What the child runs: one call of a client, one task of a worker.</summary>
    [Fact(Explicit = true)]
    public async Task Child()
    {
        var engine = Environment.GetEnvironmentVariable(EngineVariable);
        Assert.SkipWhen(engine is null, "Run by the other tests of the class, in a process of its own.");
        using (var client = new ExternalTaskClient(new Uri(engine)))
        {
            Assert.Equal("7.24.0", await client.Administration.GetVersionAsync(Token));
        }

        var handled = new TaskCompletionSource();
        await using var worker = ExternalTaskWorker.Create(
            options => (options.BaseAddress, options.PollTimeout) = (new Uri(engine), TimeSpan.FromSeconds(1)),
            builder => builder.AddHandler("t", (_, _) =>
            {
                handled.SetResult();
                return Task.FromResult(TaskOutcome.Completed());
            }));
        worker.Start();
        await handled.Task.WaitAsync(Token);
        await worker.StopAsync(Token);
    }

    private static void AssertWorked(ScriptedServer server)
    {
        Assert.Contains(server.Requests, request => request.StartsWith("GET ", StringComparison.Ordinal) && request.EndsWith("/version", StringComparison.Ordinal));
        Assert.Contains(server.Requests, request => request.EndsWith("/external-task/fetchAndLock", StringComparison.Ordinal));
        Assert.Contains(server.Requests, request => request.EndsWith("/external-task/T1/complete", StringComparison.Ordinal));
    }

    private static async Task RunChildAsync(string engine, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [typeof(ProxyTests).Assembly.Location, "-explicit", "only", "-method", $"{typeof(ProxyTests).FullName}.{nameof(Child)}", "-noLogo", "-noColor"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment[EngineVariable] = engine;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var child = Process.Start(start)!;
        try
        {
            var errors = child.StandardError.ReadToEndAsync(Token);
            var output = await child.StandardOutput.ReadToEndAsync(Token);
            await child.WaitForExitAsync(Token);
            Assert.True(child.ExitCode == 0 && output.Contains("Total: 1,", StringComparison.Ordinal), output + await errors);
        }
        finally
        {
            if (!child.HasExited)
            {
                child.Kill(entireProcessTree: true);
            }
        }
    }
}
