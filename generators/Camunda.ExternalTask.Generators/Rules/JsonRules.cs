using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for types that are serialized as JSON.</summary>
internal static class JsonRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Json");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor JsonTypeNotRegistered = Group.Error(
        "CET6001",
        "JSON type is not registered in the serializer context",
        "'{0}' is serialized as JSON, but the serializer context '{2}' does not contain '{1}', so the worker would not start; "
        + "add [JsonSerializable(typeof({1}))] to '{2}'");

    public static readonly DiagnosticDescriptor JsonContextMissing = Group.Error(
        "CET6002",
        "JSON serializer context is missing",
        "'{0}' has type '{1}', which is serialized as JSON, but no serializer context is set; add [assembly: "
        + "TaskJsonContext(typeof(…))] with a source-generated JsonSerializerContext");

    public static readonly DiagnosticDescriptor JsonContextInvalid = Group.Error(
        "CET6003",
        "Type is not a JSON serializer context",
        "'{0}' is not a source-generated JsonSerializerContext; use a concrete class that derives from JsonSerializerContext");

    public static readonly DiagnosticDescriptor JsonContextNotAccessible = Group.Error(
        "CET6004",
        "JSON serializer context is not accessible",
        "Generated code cannot access the serializer context '{0}'; make it internal or public");
}
