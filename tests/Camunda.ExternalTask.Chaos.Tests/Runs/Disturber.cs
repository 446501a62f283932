using Camunda.ExternalTask.Chaos.Workers;

namespace Camunda.ExternalTask.Chaos.Runs;

/// <summary>Kills, freezes and stops worker processes, and starts others in their place.</summary>
/// <param name="running">The processes that work; the disturber replaces those it ends.</param>
/// <param name="start">Starts a process.</param>
/// <param name="options">The seed and the times.</param>
internal sealed class Disturber(List<WorkerProcess> running, Func<WorkerProcess> start, ChaosOptions options)
{
    /// <summary>Longer than the lock of a fetch.</summary>
    private static readonly TimeSpan FreezeTime = TimeSpan.FromSeconds(12);

    private readonly Random _random = new(options.Seed);

    public int Kills { get; private set; }

    public int Freezes { get; private set; }

    public int Stops { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (options.KillEvery is { } pause && Kills + Freezes + Stops < options.MaxKills)
            {
                await Task.Delay(pause, cancellationToken);
                await DisturbAsync(_random.Next(running.Count), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // All tasks are done.
        }
    }

    private async Task DisturbAsync(int index, CancellationToken cancellationToken)
    {
        switch (_random.Next(3))
        {
            case 0:
                Kills++;
                running[index].Kill();
                running[index] = start();
                break;
            case 1:
                Freezes++;
                await running[index].FreezeAsync(FreezeTime);
                break;
            default:
                Stops++;
                await running[index].StopAsync(cancellationToken);
                running[index] = start();
                break;
        }
    }
}
