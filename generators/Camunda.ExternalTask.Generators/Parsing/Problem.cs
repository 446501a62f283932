using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>A problem in a declaration.</summary>
/// <param name="Rule">The rule that it violates.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Arguments">The arguments of the rule's message. Types and members are named as messages name them.</param>
internal sealed record Problem(DiagnosticDescriptor Rule, Location Place, string[] Arguments);
