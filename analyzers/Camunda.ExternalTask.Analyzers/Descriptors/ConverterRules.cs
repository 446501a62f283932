using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with a converter of variables.</summary>
internal static class ConverterRules
{
    public static readonly DiagnosticDescriptor ConverterInvalid = new(
        RuleIds.ConverterInvalid,
        "Type is no converter for the property",
        "'{0}' is no class or struct that implements IVariableConverter<{1}>; name one that does",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConverterInvalid));

    public static readonly DiagnosticDescriptor ConverterNotAccessible = new(
        RuleIds.ConverterNotAccessible,
        "Converter is not accessible",
        "'{0}' is not accessible to generated code; make it internal or public",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConverterNotAccessible));

    public static readonly DiagnosticDescriptor ConverterGeneric = new(
        RuleIds.ConverterGeneric,
        "Converter is an open generic type",
        "'{0}' has type parameters that nobody fills; name the converter with its type arguments",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConverterGeneric));

    public static readonly DiagnosticDescriptor ConverterAmbiguous = new(
        RuleIds.ConverterAmbiguous,
        "Two converters for one type",
        "'{0}' has two converters, '{1}' and '{2}', and only the first is used; keep one",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConverterAmbiguous));
}
