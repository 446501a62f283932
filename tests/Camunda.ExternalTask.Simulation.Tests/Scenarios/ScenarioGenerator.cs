namespace Camunda.ExternalTask.Simulation.Scenarios;

/// <summary>Makes a scenario of a seed.</summary>
internal static class ScenarioGenerator
{
    private static readonly RequestFaultKind[] RequestFaultKinds = Enum.GetValues<RequestFaultKind>();

    public static Scenario Of(int seed)
    {
        var dice = new Dice(seed, "scenario");
        var tasks = Enumerable.Range(1, 2 + dice.Next(8)).Select(number => new TaskSpec($"t{number}", dice.Seconds(0, 40))).ToList();
        var workers = Enumerable.Range(0, 2 + dice.Next(2))
            .Select(number => new WorkerSpec(number, 1 + dice.Next(4), dice.Seconds(0, number == 0 ? 1 : 10), dice.Next(2) == 0))
            .ToList();
        var faults = Enumerable.Range(0, dice.Next(7)).Select(_ => FaultOf(ref dice, workers.Count, tasks)).ToList();
        if (dice.Next(3) == 0)
        {
            tasks = [.. tasks.Select(task => dice.Next(2) == 0 ? task with { Topic = Scenario.SharedTopics[dice.Next(Scenario.SharedTopics.Length)] } : task)];
            workers = [.. workers.Select(worker => worker with { SharedSlots = worker.Number == 0 ? 1 + dice.Next(2) : dice.Next(3) })];
        }

        if (dice.Next(4) == 0)
        {
            tasks = [.. tasks.Select(task => task with { Size = dice.Next(10) switch { < 5 => 1, < 9 => 6, _ => Scenario.ResponseLimit + 1 } })];
        }

        return new(seed, tasks, workers, faults)
        {
            HandlersExtend = dice.Next(3) == 0,
            HealsAt = HealsAfter(faults, TimeSpan.FromSeconds(60)),
            LongestHandler = dice.Next(3) switch { 0 => 0.05, 1 => 1, _ => 3 },
        };
    }

    /// <summary>When the faults are over, at the earliest at a given time.</summary>
    public static TimeSpan HealsAfter(IEnumerable<Fault> faults, TimeSpan earliest) =>
        faults.Select(fault => fault.Ends + TimeSpan.FromSeconds(1)).Append(earliest).Max();

    private static TimeSpan JumpOf(ref Dice dice, double longest) => dice.Seconds(0.1, longest) * (dice.Next(2) == 0 ? 1 : -1);

    private static Fault FaultOf(ref Dice dice, int workers, List<TaskSpec> tasks)
    {
        var at = dice.Seconds(0, 90);
        var worker = dice.Next(workers);
        return dice.Next(24) switch
        {
            < 11 => new RequestFault(worker, dice.Next(dice.Next(2) == 0 ? 12 : 80), RequestFaultKinds[dice.Next(RequestFaultKinds.Length)]),
            11 => new EngineStall(at, dice.Seconds(0.1, 30)),
            12 or 13 => new Outage(at, dice.Seconds(0.1, dice.Next(3) == 0 ? 90 : 15), dice.Next(2) == 0),
            14 or 15 => new Kill(worker, at, worker == 0 || dice.Next(2) == 0 ? dice.Seconds(0.05, 10) : null),
            16 or 17 => new Freeze(worker, at, dice.Seconds(0.1, 130)),
            18 => new CleanStop(worker, at, worker == 0 || dice.Next(2) == 0 ? dice.Seconds(0.05, 60) : null),
            19 => new Refusal(at, dice.Seconds(0.1, 60)),
            20 => new EngineClockJump(at, JumpOf(ref dice, 90)),
            21 => new WorkerClockJump(worker, at, JumpOf(ref dice, 3600)),
            22 => new Freeze(worker, at, dice.Seconds(0.1, 130)) { StopsClock = true },
            _ => dice.Next(4) == 0
                ? new Deletion(tasks[dice.Next(tasks.Count)].Id, at)
                : new Suspension(tasks[dice.Next(tasks.Count)].Id, at, dice.Seconds(1, 120)),
        };
    }
}
