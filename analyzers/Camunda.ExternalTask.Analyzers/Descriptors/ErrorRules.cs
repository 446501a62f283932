using Camunda.ExternalTask.Shared.Notation;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with a BPMN error or a retry cycle.</summary>
internal static class ErrorRules
{
    public static readonly DiagnosticDescriptor ErrorCodeBlank = new(
        RuleIds.ErrorCodeBlank,
        "Error code is blank",
        "A BPMN error of '{0}' has a blank code, which the engine refuses; give the error code in the model",
        RuleCategories.Errors, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ErrorCodeBlank));

    public static readonly DiagnosticDescriptor ErrorNotRecord = new(
        RuleIds.ErrorNotRecord,
        "BPMN error is not a record",
        "'{0}' has [BpmnError] but is not a record class, so nothing is generated for it; make it a partial record",
        RuleCategories.Errors, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ErrorNotRecord));

    public static readonly DiagnosticDescriptor ErrorBaseTypeForeign = new(
        RuleIds.ErrorBaseTypeForeign,
        "BPMN error has a base type of another kind",
        "'{0}' has [BpmnError] but derives from '{1}', which is no BPMN error; remove the base type, or make it one",
        RuleCategories.Errors, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ErrorBaseTypeForeign));

    public static readonly DiagnosticDescriptor ReportedTypeNotError = new(
        RuleIds.ReportedTypeNotError,
        "Reported type is no BPMN error",
        "'{0}' has no [BpmnError], so it has no code that could be reported; add the attribute, or name another type",
        RuleCategories.Errors, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ReportedTypeNotError));

    public static readonly DiagnosticDescriptor RetryCycleInvalid = new(
        RuleIds.RetryCycleInvalid,
        "Retry cycle is malformed",
        "'{0}' is not a retry cycle, so the worker's default is taken; " + RetryCycleNotation.Remedy,
        RuleCategories.Errors, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RetryCycleInvalid));
}
