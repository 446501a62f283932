using Camunda.ExternalTask.Simulation.Checking;
using Camunda.ExternalTask.Simulation.Scenarios;

namespace Camunda.ExternalTask.Simulation.Running;

/// <summary>The result of a run.</summary>
internal sealed record Result(Scenario Scenario, Violation? Violation, Figures Figures, IReadOnlyList<string> History);
