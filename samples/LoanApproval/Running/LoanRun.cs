using System.Diagnostics;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LoanApproval.Running;

/// <summary>Runs the sample: deploys the model, receives applications while the worker decides them, and checks where they ended.</summary>
internal sealed class LoanRun(EngineAccess engine, int count, Screen screen)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <returns>Whether every application ended as expected, or the user stopped the run.</returns>
    /// <exception cref="SampleException">There is a problem with the engine.</exception>
    public async Task<bool> RunAsync()
    {
        try
        {
            return await DecideAsync();
        }
        catch (Exception exception) when (EngineTroubles.Describe(exception, engine.Url) is { } trouble)
        {
            throw new SampleException(trouble);
        }
    }

    private async Task<bool> DecideAsync()
    {
        using var client = new EngineClient(engine.Http);
        var desk = new LoanDesk(client, screen);
        var history = new LoanHistory(engine.Http, await desk.DeployAsync());
        using var watch = new HandlerWatch();
        using var host = LoanHost.Build(engine);
        await host.StartAsync();
        screen.Say($"Deciding {count:N0} loan applications with {engine.Name}.");

        var started = Stopwatch.GetTimestamp();
        var stop = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await screen.FollowAsync(count, async progress =>
            {
                var receiving = desk.ReceiveAsync(count, progress.Receive, stop);
                await WaitAsync(history, progress, receiving, stop);
                await receiving;
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await DrainAsync(host, history, watch);
            return true;
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        await host.StopAsync(CancellationToken.None);
        var outcome = await LoanOutcome.OfAsync(history, count);
        screen.Show(outcome, watch, elapsed);
        return outcome.IsRight;
    }

    private async Task WaitAsync(LoanHistory history, Progress progress, Task receiving, CancellationToken stop)
    {
        var lastChange = Stopwatch.GetTimestamp();
        while (progress.Decided < count && progress.Decided + await history.CountIncidentsAsync(stop) < count)
        {
            await Task.Delay(Glance, stop);
            if (receiving.IsFaulted)
            {
                return;
            }

            if (progress.Decide(await history.CountEndedAsync(stop)))
            {
                lastChange = Stopwatch.GetTimestamp();
            }
            else if (Stopwatch.GetElapsedTime(lastChange) > Patience)
            {
                throw new SampleException(
                    $"Only {progress.Decided:N0} of {count:N0} applications were decided, and none in the last {Patience.TotalSeconds} s. Check the engine's log.");
            }
        }
    }

    private async Task DrainAsync(IHost host, LoanHistory history, HandlerWatch watch)
    {
        screen.Say("Stopping. The worker fetches no new tasks and finishes the running ones.");
        await host.StopAsync(CancellationToken.None);
        var (held, waiting) = await history.CountLocksAsync();
        var ended = await history.CountEndedAsync();
        screen.Say($"Stopped: {ended:N0} of {count:N0} applications decided, {watch.Settled:N0} tasks settled, {held:N0} left locked, {waiting:N0} waiting for a retry.");
    }
}
