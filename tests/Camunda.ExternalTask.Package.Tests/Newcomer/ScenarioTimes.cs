using System.Collections.Concurrent;
using System.Globalization;
using Camunda.ExternalTask.Package.Tests.Newcomer;

[assembly: AssemblyFixture(typeof(ScenarioTimes))]

namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>How long a newcomer waits in each scenario. The table is written at the end of the run.</summary>
public sealed class ScenarioTimes : IDisposable
{
    private static readonly ConcurrentQueue<(string Scenario, TimeSpan Building, TimeSpan Working)> Rows = new();

    private static string File => Path.Combine(PackedPackage.Folder, "newcomer.md");

    /// <param name="scenario">The name of the scenario.</param>
    /// <param name="building">The time of the commands that create and build the projects.</param>
    /// <param name="working">The time from the start of the worker to the completed task.</param>
    internal static void Add(string scenario, TimeSpan building, TimeSpan working) => Rows.Enqueue((scenario, building, working));

    public void Dispose()
    {
        if (Rows.IsEmpty)
        {
            return;
        }

        var rows = Rows.OrderBy(row => row.Scenario, StringComparer.Ordinal)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"| {row.Scenario} | {row.Building.TotalSeconds:F1} | {row.Working.TotalSeconds:F1} |"));
        System.IO.File.WriteAllLines(File, ["| scenario | create and build (s) | worker started to task completed (s) |", "|---|---|---|", .. rows]);
    }
}
