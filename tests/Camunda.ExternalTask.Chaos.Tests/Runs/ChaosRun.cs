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
          <process id="{0}" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start" />
            <sequenceFlow id="begin" sourceRef="start" targetRef="work" />
            <serviceTask id="work" camunda:type="external" camunda:topic="{0}" />
            <sequenceFlow id="finish" sourceRef="work" targetRef="end" />
            <endEvent id="end" />
          </process>
        </definitions>
        """;

    private const int Starters = 8;

    /// <summary>The time without progress after which a run gives up: longer than the lock of a task that a killed process leaves behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("chaos").FullName;
    private readonly EngineClient _client = new(engine);
    private readonly List<WorkerProcess> _all = [];

    // Runs share engines. The process, its topic and the variable with the result have one name.
    private readonly string _key = $"chaos{Guid.NewGuid():N}";

    public async Task<ChaosResult> RunAsync(CancellationToken cancellationToken)
    {
        await _client.DeployAsync(_key, string.Format(CultureInfo.InvariantCulture, Model, _key), cancellationToken);
        await StartInstancesAsync(cancellationToken);
        var plan = new FaultPlan(options.Seed, options.BreakOneIn);
        await using var proxy = new ChaosProxy(engine, plan);

        var clock = Stopwatch.StartNew();
        var running = Enumerable.Range(0, options.Processes).Select(_ => Start(proxy.Address)).ToList();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var disturber = new Disturber(running, () => Start(proxy.Address), options);
        var disturbing = disturber.RunAsync(done.Token);
        var unfinished = await WaitAsync(cancellationToken);
        clock.Stop();
        await done.CancelAsync();
        await disturbing;
        plan.IsActive = false;
        await Task.WhenAll(running.Select(process => process.StopAsync(cancellationToken)));

        var runs = Ledger.ReadAll(_folder);
        return new(options, clock.Elapsed, runs, plan, disturber)
        {
            Unfinished = unfinished,
            Engine = await EngineView.OfAsync(engine, _client, _key, cancellationToken),
            Unexplained = [.. Unexplained(runs)],
            Disturbances = [.. _all.SelectMany(process => process.Disturbances.Select(time => $"{process.Id} from {time.From:mm:ss.fff} to {time.To:mm:ss.fff}"))],
            Returns = [.. Returns(runs, proxy.LostFetches)],
        };
    }

    public void Dispose()
    {
        _all.ForEach(process => process.Dispose());
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private WorkerProcess Start(Uri address)
    {
        var process = new WorkerProcess(address, _key, _folder);
        _all.Add(process);
        return process;
    }

    private async Task StartInstancesAsync(CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(
            Enumerable.Range(0, options.Tasks),
            new ParallelOptions { MaxDegreeOfParallelism = Starters, CancellationToken = cancellationToken },
            async (number, token) => await _client.StartAsync(_key, businessKey: string.Create(CultureInfo.InvariantCulture, $"t{number}"), cancellationToken: token));

    /// <summary>Waits until no instance runs, and returns how many still do when there is no progress.</summary>
    private async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var least = options.Tasks;
        while (true)
        {
            var count = await _client.CountRunningAsync(_key, cancellationToken);
            if (count < least)
            {
                least = count;
                clock.Restart();
            }

            if (count == 0 || clock.Elapsed > Patience)
            {
                return count;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>The tasks that ran again although the process of their run neither died nor froze before the next run began.</summary>
    private IEnumerable<string> Unexplained(IReadOnlyList<LedgerRun> runs)
    {
        var processes = _all.ToDictionary(process => process.Id);
        foreach (var task in runs.GroupBy(run => run.Task).Where(task => task.Count() > 1))
        {
            var ordered = task.OrderBy(run => run.Begin).ToList();
            foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
            {
                if (!processes[earlier.Process].Disturbances.Exists(disturbance => disturbance.From <= later.Begin && disturbance.To >= earlier.Begin))
                {
                    yield return $"{task.Key}: {string.Join(", ", ordered.Select(run => $"{run.Process} {run.Begin:mm:ss.fff} to {run.End:mm:ss.fff}"))}";
                }
            }
        }
    }

    /// <summary>The times after which the tasks of lost fetches ran.</summary>
    private static IEnumerable<TimeSpan> Returns(IReadOnlyList<LedgerRun> runs, LostFetches lost)
    {
        var begins = runs.ToLookup(run => run.Task, run => run.Begin);
        return lost.Tasks
            .Select(loss => begins[loss.Task].Where(begin => begin > loss.Time).Order().Select(begin => begin - loss.Time))
            .SelectMany(times => times.Take(1))
            .Order();
    }
}
