using Camunda.ExternalTask.Tests.Worker.Shell;

namespace Camunda.ExternalTask.Tests.Client.Interceptors;

/// <summary>The same, for the two clients of a worker.</summary>
public class WorkerPipelineTests
{
    private static readonly Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> Complete = (_, _) => Task.FromResult(TaskOutcome.Completed());

    [Fact]
    public async Task Case114_An_interceptor_sees_polls_and_results()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        var paths = new System.Collections.Concurrent.ConcurrentBag<string>();
        await bench.StartAsync(worker => worker.AddHandler("topic", Complete).AddInterceptor(request => paths.Add(request.RequestUri!.Segments[^1])));
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.Contains("fetchAndLock", paths);
        Assert.Contains("complete", paths);
    }

    [Fact]
    public async Task Case116_An_interceptor_that_throws_makes_the_worker_back_off_and_is_named_in_its_log()
    {
        await using var bench = new WorkerBench();
        var calls = 0;
        var fails = true;
        await bench.StartAsync(worker => worker.AddHandler("topic", Complete).AddInterceptor(
            _ =>
            {
                calls++;
                if (fails)
                {
                    throw new InvalidOperationException("no key");
                }
            },
            "signer"));
        await bench.Log.SeeAsync("PollFailed");
        var before = calls;
        Assert.DoesNotContain(bench.Network.Paths, path => path.EndsWith("fetchAndLock", StringComparison.Ordinal));
        Assert.Contains(bench.Log.Entries, entry => entry.Event == "PollFailed" && entry.Message.Contains("the interceptor 'signer' failed", StringComparison.Ordinal));
        Assert.InRange(before, 1, 2);

        fails = false;
        bench.StartInstance();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.Log.SeeAsync("TaskCompleted");
    }

    [Fact]
    public async Task Case134_A_worker_follows_its_resolver_from_node_to_node()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        var nodes = 0;
        await bench.StartAsync(
            worker => worker.AddHandler("topic", Complete).UseBaseAddressResolver(_ => ValueTask.FromResult(new Uri($"http://node{Interlocked.Increment(ref nodes)}.invalid/engine-rest"))),
            options => options.BaseAddress = null);
        await bench.Log.SeeAsync("TaskCompleted");

        Assert.True(nodes >= 2);
        Assert.Contains(bench.Log.Entries, entry => entry.Message.Contains("an address that is resolved for each request", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Case134_A_resolver_that_throws_makes_the_worker_back_off()
    {
        await using var bench = new WorkerBench();
        var calls = 0;
        await bench.StartAsync(
            worker => worker.AddHandler("topic", Complete).UseBaseAddressResolver(_ =>
            {
                Interlocked.Increment(ref calls);
                throw new TimeoutException("registry");
            }),
            options => options.BaseAddress = null);
        await bench.Log.SeeAsync("PollFailed");

        Assert.InRange(calls, 1, 2);
        Assert.Empty(bench.Network.Paths);
    }

    [Fact]
    public async Task Credentials_over_plain_HTTP_fail_the_start()
    {
        await using var bench = new WorkerBench();

        var exception = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => bench.StartAsync(
            worker => worker.AddHandler("topic", Complete).UseBearerToken(_ => ValueTask.FromResult("canary")), options => options.BaseAddress = new("http://far.example/engine-rest")));

        Assert.Contains("plain HTTP to 'far.example'", exception.Message);
    }

    [Fact]
    public async Task Invalid_OAuth2_options_fail_the_start()
    {
        await using var bench = new WorkerBench();

        var exception = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => bench.StartAsync(
            worker => worker.AddHandler("topic", Complete).UseOAuth2ClientCredentials(options => options.ClientId = "c"), options => options.AllowInsecureCredentials = true));

        Assert.Contains("TokenEndpoint is missing", exception.Message);
    }
}
