using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong between a handler and the BPMN models of its project.</summary>
internal static class ModelRules
{
    public static readonly DiagnosticDescriptor TopicMisspelt = new(
        RuleIds.TopicMisspelt,
        "Topic is misspelt",
        "No model has a task with topic '{0}', but one has '{1}', which is compared letter by letter; correct the one that is wrong",
        RuleCategories.Model, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TopicMisspelt));

    public static readonly DiagnosticDescriptor TopicInNoModel = new(
        RuleIds.TopicInNoModel,
        "Topic is in no model",
        "No model of the project has a task with topic '{0}'; add the model, or correct the topic",
        RuleCategories.Model, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TopicInNoModel));

    public static readonly DiagnosticDescriptor ModelTaskWithoutHandler = new(
        RuleIds.ModelTaskWithoutHandler,
        "Task of a model has no handler",
        "No handler of this assembly has topic '{0}', so nobody performs '{1}'; add a handler",
        RuleCategories.Model, DiagnosticSeverity.Warning, isEnabledByDefault: false, helpLinkUri: RulePage.Of(RuleIds.ModelTaskWithoutHandler),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor OutputShadowed = new(
        RuleIds.OutputShadowed,
        "Output is lost in a local variable",
        "'{0}' is written to '{1}', but '{2}' has a local variable of that name, so the value is gone with the task; rename one of the two, or hand it on with an output parameter",
        RuleCategories.Model, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.OutputShadowed));

    public static readonly DiagnosticDescriptor ErrorNotCaught = new(
        RuleIds.ErrorNotCaught,
        "BPMN error is caught nowhere",
        "Nothing catches the BPMN error '{0}' of '{1}', so it ends the execution without a word{2}; catch it in the model",
        RuleCategories.Model, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ErrorNotCaught));

    public static readonly DiagnosticDescriptor ModelUnreadable = new(
        RuleIds.ModelUnreadable,
        "BPMN model cannot be read",
        "'{0}' cannot be read: {1}; correct the file, what follows this place is not checked",
        RuleCategories.Model, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ModelUnreadable));
}
