using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules that compare handlers with the BPMN models of the project.</summary>
internal static class ModelRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Model");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor TopicMisspelled = Group.Warning(
        "CET7001",
        "Topic is misspelled",
        "No BPMN model has a task with topic '{0}', but one has '{1}', and the engine compares topics exactly; correct the "
        + "handler or the model");

    public static readonly DiagnosticDescriptor TopicInNoModel = Group.Info(
        "CET7002",
        "Topic is not in any BPMN model",
        "No BPMN model of the project has a task with topic '{0}'; add the model, or correct the topic");

    public static readonly DiagnosticDescriptor ModelTaskWithoutHandler = Group.Warning(
        "CET7003",
        "BPMN task has no handler",
        "This assembly has no handler for topic '{0}' of task '{1}'; add a handler", isEnabled: false, atEnd: true);

    public static readonly DiagnosticDescriptor OutputShadowed = Group.Warning(
        "CET7004",
        "Output is lost in a local variable",
        "'{0}' is written to the variable '{1}', but task '{2}' has a local variable with that name, so the value is lost when "
        + "the task ends; rename one of them, or add an output parameter");

    public static readonly DiagnosticDescriptor ErrorNotCaught = Group.Warning(
        "CET7005",
        "BPMN error is not caught",
        "No event catches the BPMN error '{0}' of task '{1}', so the error ends the execution silently{2}; catch it in the BPMN model");

    public static readonly DiagnosticDescriptor ModelUnreadable = Group.Error(
        "CET7006",
        "BPMN model cannot be read",
        "'{0}' cannot be read from this position: {1}; correct the file");

    public static readonly DiagnosticDescriptor ProcessNameMisspelled = Group.Warning(
        "CET7020",
        "Process, message or signal is misspelled",
        "No BPMN model has the {0} '{1}', but one has '{2}', and the engine compares names exactly; correct the attribute or the model");

    public static readonly DiagnosticDescriptor ProcessNameInNoModel = Group.Info(
        "CET7021",
        "Process, message or signal is not in any BPMN model",
        "No BPMN model of the project has the {0} '{1}'; add the model, or correct the name");
}
