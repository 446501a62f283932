namespace Camunda.ExternalTask.Analyzers.Tests.Cases;

/// <summary>A rule's example: code it reports, with markup, and code that looks alike and is fine.</summary>
public sealed record RuleCase(string Id, string Hit, string NearMiss)
{
    /// <summary>False where the snippet needs generated code, or is reported by the compiler, too.</summary>
    public bool HitCompiles { get; init; } = true;

    /// <summary>False where the snippet needs generated code.</summary>
    public bool NearMissCompiles { get; init; } = true;

    /// <summary>The project's model, if the rule compares with one.</summary>
    public string? Model { get; init; }

    /// <summary>The model beside the code that is fine; the same without.</summary>
    public string? NearMissModel { get; init; }

    /// <summary>Code that analyzers see and the generator does not.</summary>
    public string? WrittenByAnotherGenerator { get; init; }
}
