using Camunda.ExternalTask.Simulation.Scenarios;

namespace Camunda.ExternalTask.Simulation.Running;

/// <summary>Finds the shortest history that breaks the same invariant, by removing faults, tasks and workers one at a time.</summary>
internal static class Shrinker
{
    public static Result Shrink(Result failed)
    {
        var smallest = failed.Scenario;
        var invariant = failed.Violation!.Invariant;
        while (SmallerThan(smallest).FirstOrDefault(scenario => World.Play(scenario).Violation?.Invariant == invariant) is { } smaller)
        {
            smallest = smaller;
        }

        return World.Play(smallest, isTraced: true);
    }

    private static IEnumerable<Scenario> SmallerThan(Scenario scenario)
    {
        for (var i = 0; i < scenario.Faults.Count; i++)
        {
            yield return scenario with { Faults = Without(scenario.Faults, i) };
        }

        for (var i = 0; i < scenario.Tasks.Count && scenario.Tasks.Count > 1; i++)
        {
            var id = scenario.Tasks[i].Id;
            yield return scenario with
            {
                Tasks = Without(scenario.Tasks, i),
                Faults = [.. scenario.Faults.Where(fault => !Concerns(fault, id))],
            };
        }

        for (var i = 1; i < scenario.Workers.Count; i++)
        {
            yield return scenario with { Workers = Without(scenario.Workers, i) };
        }
    }

    private static bool Concerns(Fault fault, string task) => fault switch
    {
        Suspension suspension => suspension.Task == task,
        Deletion deletion => deletion.Task == task,
        _ => false,
    };

    private static List<T> Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, i) => i != index)];
}
