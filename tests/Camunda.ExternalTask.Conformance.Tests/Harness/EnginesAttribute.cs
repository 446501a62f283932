using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Runs a theory once an engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EnginesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<EngineUnderTest>().Select(static engine => new TheoryDataRow<EngineUnderTest>(engine))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
