using System.Diagnostics;
using System.Globalization;
using Camunda.ExternalTask.Chaos.Proxy;
using Camunda.ExternalTask.Chaos.Workers;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>Lets worker processes complete many tasks behind a proxy that breaks requests, while processes are killed, frozen and stopped.</summary>
internal sealed class ChaosRun(Uri engine, ChaosOptions options) : IDisposable
{
    private const string Model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="chaos">
          <process id="chaos" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start" />
            <sequenceFlow id="begin" sourceRef="start" targetRef="work" />
            <serviceTask id="work" camunda:type="external" camunda:topic="chaos" />
            <sequenceFlow id="finish" sourceRef="work" targetRef="end" />
            <endEvent id="end" />
          </process>
        </definitions>
        """;

    private const int Starters = 8;

    /// <summary>Longer than the lock of a task that a killed process leaves behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly TimeSpan FreezeTime = TimeSpan.FromSeconds(12);

    /// <summary>A result may still be on its way when its process is killed or frozen.</summary>
    private static readonly TimeSpan ResultTime = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("chaos").FullName;
    private readonly EngineClient _client = new(engine);
    private readonly List<WorkerProcess> _all = [];
    private readonly Random _random = new(options.Seed);

    public async Task<ChaosResult> RunAsync(CancellationToken cancellationToken)
    {
        await _client.DeployAsync("chaos", Model, cancellationToken);
        await StartInstancesAsync(cancellationToken);
        var plan = new FaultPlan(options.Seed, options.BreakOneIn);
        await using var proxy = new ChaosProxy(engine, plan);

        var clock = Stopwatch.StartNew();
        var running = Enumerable.Range(0, options.Processes).Select(_ => Start(proxy.Address)).ToList();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var disturbing = DisturbAsync(running, proxy.Address, done.Token);
        var unfinished = await WaitAsync(cancellationToken);
        clock.Stop();
        await done.CancelAsync();
        await disturbing;
        plan.IsActive = false;
        foreach (var process in running)
        {
            await process.StopAsync(cancellationToken);
        }

        var incidents = await _client.GetIncidentsAsync(cancellationToken: cancellationToken);
        var runs = Ledger.ReadAll(_folder);
        return new(options, clock.Elapsed, runs, unfinished, incidents.Count, _all.Sum(process => process.Disturbances.Count), [.. Unexplained(runs)], plan);
    }

    public void Dispose()
    {
        _all.ForEach(process => process.Dispose());
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private WorkerProcess Start(Uri address)
    {
        var process = new WorkerProcess(address, _folder);
        _all.Add(process);
        return process;
    }

    private async Task StartInstancesAsync(CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(
            Enumerable.Range(0, options.Tasks),
            new ParallelOptions { MaxDegreeOfParallelism = Starters, CancellationToken = cancellationToken },
            async (number, token) => await _client.StartAsync("chaos", businessKey: string.Create(CultureInfo.InvariantCulture, $"t{number}"), cancellationToken: token));

    /// <summary>Waits until no instance runs, and returns how many still do when the time is over.</summary>
    private async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var count = await _client.CountRunningAsync("chaos", cancellationToken);
            if (count == 0 || clock.Elapsed > Patience)
            {
                return count;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    private async Task DisturbAsync(List<WorkerProcess> running, Uri address, CancellationToken cancellationToken)
    {
        if (options.DisturbEvery is not { } pause)
        {
            return;
        }

        try
        {
            while (true)
            {
                await Task.Delay(pause, cancellationToken);
                var index = _random.Next(running.Count);
                switch (_random.Next(3))
                {
                    case 0:
                        running[index].Kill();
                        running[index] = Start(address);
                        break;
                    case 1:
                        await running[index].FreezeAsync(FreezeTime);
                        break;
                    default:
                        await running[index].StopAsync(cancellationToken);
                        running[index] = Start(address);
                        break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // All tasks are done.
        }
    }

    /// <summary>A run may only be repeated if its process died or froze while it ran or while its result was on the way.</summary>
    private IEnumerable<string> Unexplained(IReadOnlyList<LedgerRun> runs)
    {
        var processes = _all.ToDictionary(process => process.Id);
        foreach (var task in runs.GroupBy(run => run.Task).Where(task => task.Count() > 1))
        {
            var ordered = task.OrderBy(run => run.Begin).ToList();
            foreach (var earlier in ordered.SkipLast(1))
            {
                var until = (earlier.End ?? DateTimeOffset.MaxValue - ResultTime) + ResultTime;
                if (!processes[earlier.Process].Disturbances.Exists(disturbance => disturbance.From <= until && disturbance.To >= earlier.Begin))
                {
                    yield return $"{task.Key}: {string.Join(", ", ordered.Select(run => $"{run.Process} {run.Begin:mm:ss.fff} to {run.End:mm:ss.fff}"))}";
                }
            }
        }
    }
}
