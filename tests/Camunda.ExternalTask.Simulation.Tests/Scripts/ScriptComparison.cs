using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Simulation.Engine;

namespace Camunda.ExternalTask.Simulation.Scripts;

/// <summary>Plays a script in an engine and in its model, and compares the answers and all tasks after each step.</summary>
internal static class ScriptComparison
{
    /// <summary>Compares.</summary>
    /// <returns>The steps up to the first difference, with both sides; null if there is none.</returns>
    public static async Task<string?> PlayAsync(IReadOnlyList<ScriptStep> script, ScriptedEngine engine, EngineDefect defect = EngineDefect.None)
    {
        var model = new ScriptedModel(defect);
        var before = await engine.StatesAsync();
        List<string> history = [];
        List<string> polls = [];
        foreach (var step in script)
        {
            history.Add(step.ToString());
            if (step.Kind == StepKind.Poll)
            {
                polls.Add(step.Worker);
            }

            var error = await engine.PlayAsync(step);
            var after = await engine.StatesAsync();
            model.OfferFirst(Given(before, after, step, polls));
            var modelled = model.Play(step);
            if (Differences(error, modelled, after, model.States()) is { Count: > 0 } differences)
            {
                return string.Join('\n', [.. history, .. differences]);
            }

            before = after;
        }

        return null;
    }

    /// <summary>The tasks that the engine gave to the fetch, or to the waiting polls in their order.</summary>
    private static List<int> Given(IReadOnlyDictionary<int, TaskState> before, IReadOnlyDictionary<int, TaskState> after, ScriptStep step, List<string> polls)
    {
        List<int> given = [];
        string[] takers = step.Kind == StepKind.Fetch ? [step.Worker] : [.. polls];
        foreach (var taker in takers)
        {
            given.AddRange(after.Where(task => task.Value is { IsLocked: true } && task.Value.Worker == taker && before.GetValueOrDefault(task.Key) is not { IsLocked: true }).Select(task => task.Key));
        }

        return given;
    }

    private static List<string> Differences(EngineError? engine, EngineError? model, IReadOnlyDictionary<int, TaskState> states, IReadOnlyDictionary<int, TaskState> modelled)
    {
        List<string> differences = [];
        if (engine?.Status != model?.Status || engine?.Type != model?.Type)
        {
            differences.Add($"The engine answers {Text(engine)}, the model {Text(model)}.");
        }

        foreach (var task in states.Keys.Union(modelled.Keys))
        {
            var (real, other) = (states.GetValueOrDefault(task), modelled.GetValueOrDefault(task));
            if (real != other)
            {
                differences.Add($"Task {task}: in the engine {(object?)real ?? "ended"}, in the model {(object?)other ?? "ended"}.");
            }
        }

        return differences;
    }

    private static string Text(EngineError? error) => error is null ? "a success" : $"{error.Status} {error.Type} '{error.Message}'";
}
