namespace Camunda.ExternalTask.Simulation.Scripts;

/// <summary>Draws scripts from seeds.</summary>
/// <remarks>
/// Time passes in multiples of 40 s, and locks end in the middle between two of them, so that the real time which a script takes does not matter. Time does not pass while polls wait: an engine
/// whose clock is moved by hand does not notice that.
/// </remarks>
internal static class ScriptGenerator
{
    private const int Steps = 40;

    private static readonly string[] Workers = ["a", "b", "c"];
    private static readonly StepKind[] Calls = [StepKind.Complete, StepKind.BpmnError, StepKind.Fail, StepKind.Unlock, StepKind.ExtendLock, StepKind.Lock, StepKind.SetRetries];

    public static IReadOnlyList<ScriptStep> Of(int seed)
    {
        var dice = new Dice(seed, "script");
        var (tasks, polls, waiting) = (0, 0, 0);
        HashSet<int> ended = [];
        List<ScriptStep> script = [];
        while (script.Count < Steps)
        {
            var worker = Workers[dice.Next(Workers.Length)];
            var lasts = TimeSpan.FromSeconds(20 + (40 * dice.Next(3)));
            var step = dice.Next(20) switch
            {
                < 3 => new ScriptStep(StepKind.Create, tasks++),
                < 6 => new ScriptStep(StepKind.Fetch, Worker: worker, Duration: lasts, Count: 1 + dice.Next(3)),
                6 or 7 => new ScriptStep(StepKind.Poll, Worker: $"poll{polls++}", Duration: lasts, Count: 1 + dice.Next(2)),
                8 => new ScriptStep(StepKind.AbandonPoll),
                9 => new ScriptStep(dice.Next(2) == 0 ? StepKind.Suspend : StepKind.Activate, dice.Next(Math.Max(1, tasks))),
                < 13 => new ScriptStep(StepKind.Advance, Duration: TimeSpan.FromSeconds(40 * (1 + dice.Next(2)))),
                _ => new ScriptStep(Calls[dice.Next(Calls.Length)], dice.Next(Math.Max(1, tasks)), worker, lasts, dice.Next(4)),
            };
            waiting += step.Kind == StepKind.Poll ? 1 : 0;
            if (IsPossible(step, tasks, waiting, ended))
            {
                // In the model, a task without retries has ended.
                var ends = step is { Kind: StepKind.Fail or StepKind.SetRetries, Count: 0 } && ended.Add(step.Task);
                script.Add(step);
                if (!ends && Calls.Contains(step.Kind) && dice.Next(4) == 0)
                {
                    // A request that is sent twice.
                    script.Add(step);
                }
            }
        }

        // The waiting polls need a task each, so that none of them outlives the script.
        script.AddRange(Enumerable.Range(tasks, waiting).Select(static task => new ScriptStep(StepKind.Create, task)));
        return script;
    }

    private static bool IsPossible(ScriptStep step, int tasks, int waiting, HashSet<int> ended) => step.Kind switch
    {
        StepKind.Create or StepKind.Fetch or StepKind.Poll => true,
        StepKind.AbandonPoll => waiting > 0,
        StepKind.Advance => waiting == 0,
        _ => tasks > 0 && !ended.Contains(step.Task),
    };
}
