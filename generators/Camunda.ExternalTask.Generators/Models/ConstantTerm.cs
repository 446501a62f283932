namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A part of a text whose value is not known yet.</summary>
/// <param name="Text">The text, or the possible names of a constant, separated by <c>|</c>.</param>
/// <param name="IsName">Whether it is a constant.</param>
internal sealed record ConstantTerm(string Text, bool IsName);
