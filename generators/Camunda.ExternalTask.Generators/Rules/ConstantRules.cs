using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for the constants of BPMN models.</summary>
internal static class ConstantRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Model");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor ClassHasNoName = Group.Error(
        "CET7060",
        "Constants of a BPMN model have no class",
        "'{0}' has no constants, because {1}; set the metadata ConstantsClass of the AdditionalFiles item to another name");

    public static readonly DiagnosticDescriptor ConstantUnknown = Group.Error(
        "CET7061",
        "BPMN model has no such constant",
        "'{0}' has no constant '{1}': {2}");
}
