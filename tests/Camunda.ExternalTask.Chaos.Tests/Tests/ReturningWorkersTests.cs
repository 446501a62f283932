using System.Collections.Concurrent;
using System.Diagnostics;
using Camunda.ExternalTask.Chaos.Proxy;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Chaos.Tests;

/// <summary>Many workers whose engine was down for a while.</summary>
public class ReturningWorkersTests(ITestOutputHelper output)
{
    private const int Workers = 200;

    /// <summary>The failed polls of each worker before the engine returns.</summary>
    private const int Failures = 6;

    /// <summary>
    /// The bound of the waits doubles from 100 ms to 30 s. Far fewer polls fail while the slowest of the workers reaches six, and a worker without waits would send thousands.
    /// </summary>
    private const int MostFailures = 60;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<TimeSpan> _arrivals = new();
    private readonly int[] _failures = new int[Workers];
    private readonly int[] _successes = new int[Workers];
    private readonly TaskCompletionSource _allHaveFailed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _allHavePolled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _returned;
    private int _failing;
    private int _polling;

    [Fact]
    [Trait("Situation", "16")]
    public async Task Workers_poll_with_growing_waits_while_the_engine_is_down_and_all_return()
    {
        await using var engine = new InMemoryEngine();
        var address = await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var proxy = new ChaosProxy(address, new(seed: 1, oneIn: int.MaxValue) { IsActive = false }) { IsDown = true };
        var workers = Enumerable.Range(0, Workers).Select(number => Create(proxy.Address, number)).ToList();
        workers.ForEach(worker => worker.Start());
        await _allHaveFailed.Task.WaitAsync(TestContext.Current.CancellationToken);

        var failures = _failures.ToArray();
        _returned = Stopwatch.GetTimestamp();
        proxy.IsDown = false;
        await _allHavePolled.Task.WaitAsync(TestContext.Current.CancellationToken);

        output.WriteLine($"failed polls per worker: {failures.Min()} to {failures.Max()}");
        output.WriteLine("100 ms after the return | workers that polled for the first time");
        foreach (var step in _arrivals.GroupBy(arrival => (int)(arrival / Step)).OrderBy(step => step.Key))
        {
            output.WriteLine($"{step.Key,4} | {step.Count()}");
        }

        Assert.All(failures, count => Assert.InRange(count, Failures, MostFailures));
        Assert.Equal(Workers, _arrivals.Count);
        await Task.WhenAll(workers.Select(worker => worker.DisposeAsync().AsTask()));
    }

    private ExternalTaskWorker Create(Uri engine, int number) => ExternalTaskWorker.Create(
        options =>
        {
            options.BaseAddress = engine;
            options.MaxConcurrency = 1;
            options.ReserveThreads = false;

            // An answered poll ends soon, so the test sees that it was answered.
            options.PollTimeout = TimeSpan.FromSeconds(1);
        },
        worker => worker
            .AddHandler("returning", static (_, _) => Task.FromResult(TaskOutcome.Completed()))
            .AddObserver(occurrence => Observe(number, occurrence), "arrivals"));

    private void Observe(int number, WorkerEvent occurrence)
    {
        switch (occurrence.Kind)
        {
            case WorkerEventKind.PollFailed when Interlocked.Increment(ref _failures[number]) == Failures && Interlocked.Increment(ref _failing) == Workers:
                _allHaveFailed.TrySetResult();
                break;
            case WorkerEventKind.PollSucceeded when Interlocked.Increment(ref _successes[number]) == 1:
                _arrivals.Enqueue(Stopwatch.GetElapsedTime(_returned) - occurrence.Duration);
                if (Interlocked.Increment(ref _polling) == Workers)
                {
                    _allHavePolled.TrySetResult();
                }

                break;
        }
    }
}
