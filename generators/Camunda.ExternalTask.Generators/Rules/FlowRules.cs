using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules about the flow of variables through the BPMN models of the project.</summary>
internal static class FlowRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Model");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor VariableMissing = Group.Warning(
        "CET7007",
        "Expression reads a variable that nothing has set",
        "'{0}' of '{1}' reads the variable '{2}', but on a path to it nothing sets the variable, so {3}; set the variable on every path, or test it with "
        + "'execution.hasVariable('{2}')' first");

    public static readonly DiagnosticDescriptor ConditionNotBoolean = Group.Warning(
        "CET7008",
        "Condition is not a Boolean",
        "The condition '{0}' of '{1}' has a value of type {2}, but the engine accepts only Boolean values, so {3}; compare the value, or write a Boolean");

    public static readonly DiagnosticDescriptor ConditionNull = Group.Warning(
        "CET7009",
        "Condition can be null",
        "The condition '{0}' of '{1}' is null on a path to it, but the engine accepts only Boolean values, so {2}; compare with true, or always write a value");

    public static readonly DiagnosticDescriptor NoFlow = Group.Warning(
        "CET7010",
        "Gateway has no flow for a value",
        "No sequence flow of gateway '{0}' is taken if '{1}' is '{2}', so {3}; add a flow or a default flow");

    public static readonly DiagnosticDescriptor InputMissing = Group.Warning(
        "CET7011",
        "Input reads a variable that nothing has set",
        "'{0}' requires the variable '{1}', but on a path to task '{2}' nothing sets it, so the task fails; set the variable on every path, or make the property optional");

    public static readonly DiagnosticDescriptor InputUnreadable = Group.Warning(
        "CET7012",
        "Input cannot be read from the variable",
        "'{0}' reads the variable '{1}', which is {3} on a path to task '{2}' and cannot be converted to the type of the property, so the task fails; change one of the types");
}
