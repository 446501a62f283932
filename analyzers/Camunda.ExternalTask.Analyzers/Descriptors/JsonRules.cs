using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with types that travel as JSON.</summary>
internal static class JsonRules
{
    public static readonly DiagnosticDescriptor JsonTypeNotRegistered = new(
        RuleIds.JsonTypeNotRegistered,
        "JSON type is missing from the context",
        "'{0}' travels as JSON, but '{2}' does not know '{1}', so the worker refuses to start; add [JsonSerializable(typeof({1}))] to the context",
        RuleCategories.Json, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.JsonTypeNotRegistered));

    public static readonly DiagnosticDescriptor JsonContextMissing = new(
        RuleIds.JsonContextMissing,
        "Serializer context is missing",
        "'{0}' is of type '{1}', which travels as JSON, but no serializer context is named; add [assembly: TaskJsonContext(typeof(…))] with a source-generated JsonSerializerContext",
        RuleCategories.Json, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.JsonContextMissing));

    public static readonly DiagnosticDescriptor JsonContextInvalid = new(
        RuleIds.JsonContextInvalid,
        "Type is no serializer context",
        "'{0}' is no source-generated JsonSerializerContext; name a concrete class that derives from it",
        RuleCategories.Json, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.JsonContextInvalid));

    public static readonly DiagnosticDescriptor JsonContextNotAccessible = new(
        RuleIds.JsonContextNotAccessible,
        "Serializer context is not accessible",
        "'{0}' is not accessible to generated code; make it internal or public",
        RuleCategories.Json, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.JsonContextNotAccessible));
}
