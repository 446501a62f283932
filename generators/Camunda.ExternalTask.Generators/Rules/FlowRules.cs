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

    public static readonly DiagnosticDescriptor LocalOutputLost = Group.Warning(
        "CET7013",
        "Local output is lost",
        "'{0}' is written to the local variable '{1}', but no output parameter or error definition of task '{2}' reads it, so the value is lost when the task ends; "
        + "add an output parameter, or remove the scope");

    public static readonly DiagnosticDescriptor ErrorVariableLost = Group.Warning(
        "CET7014",
        "Variable of a BPMN error is lost",
        "'{0}' of the BPMN error '{1}' is written to the variable '{2}', but '{3}' has a local variable with that name, so the value is lost when the error ends the activity; "
        + "rename one of them");

    public static readonly DiagnosticDescriptor OutputOverwritten = Group.Warning(
        "CET7015",
        "Output is overwritten by parallel instances",
        "Every instance of the parallel multi-instance activity '{2}' writes '{0}' to the same variable '{1}', so only the value of the last one remains; "
        + "write it to a local variable, or let the instances run sequentially");

    public static readonly DiagnosticDescriptor ExtensionPropertyMissing = Group.Warning(
        "CET7016",
        "Extension property is missing in the model",
        "'{0}' requires the extension property '{1}', but task '{2}' does not have it, so the task fails; add the property to the model, or make '{0}' nullable");

    public static readonly DiagnosticDescriptor FilterExcludesModel = Group.Warning(
        "CET7017",
        "Filter excludes every task of the topic",
        "The handler accepts only tasks of process {0}, but the models of the project have the topic '{1}' only in {2}, so the handler receives none of them; correct the filter");

    public static readonly DiagnosticDescriptor CaughtErrorNeverReported = Group.Info(
        "CET7018",
        "Caught BPMN error is never reported",
        "The handler of topic '{1}' never reports the BPMN error '{0}' that this event catches; report the error, or remove the event");
}
