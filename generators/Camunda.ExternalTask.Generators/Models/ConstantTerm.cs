namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A part of a text that is not known yet.</summary>
/// <param name="Text">The part itself, or the names a constant may have, separated by <c>|</c>.</param>
/// <param name="IsName">Whether it is a constant.</param>
internal sealed record ConstantTerm(string Text, bool IsName);
