using System.Collections.Generic;
using Camunda.ExternalTask.Shared.Notation;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for BPMN errors and retry cycles.</summary>
internal static class ErrorRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Errors");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor ErrorCodeBlank = Group.Error(
        "CET4001",
        "BPMN error code is blank",
        "A BPMN error of '{0}' has a blank error code, which the engine rejects; use the error code in the BPMN model");

    public static readonly DiagnosticDescriptor ErrorNotRecord = Group.Error(
        "CET4002",
        "BPMN error is not a record",
        "'{0}' has [BpmnError] but is not a record class, so the generator skips it; make it a partial record");

    public static readonly DiagnosticDescriptor ErrorBaseTypeForeign = Group.Error(
        "CET4003",
        "BPMN error has an unsupported base type",
        "'{0}' has [BpmnError] but derives from '{1}', which is not a BPMN error; remove the base type, or make it a BPMN error");

    public static readonly DiagnosticDescriptor ReportedTypeNotError = Group.Warning(
        "CET4004",
        "Reported type is not a BPMN error",
        "'{0}' does not have [BpmnError], so it has no error code to report; add the attribute, or use another type");

    public static readonly DiagnosticDescriptor RetryCycleInvalid = Group.Error(
        "CET4005",
        "Retry cycle is malformed",
        "'{0}' is not a retry cycle; " + RetryCycleNotation.Remedy);
}
