using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for converters of variables.</summary>
internal static class ConverterRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Variables");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor ConverterInvalid = Group.Error(
        "CET3017",
        "Type is not a converter for the property",
        "'{0}' is not a class or struct that implements IVariableConverter<{1}>; use a type that does");

    public static readonly DiagnosticDescriptor ConverterNotAccessible = Group.Error(
        "CET3018",
        "Converter is not accessible",
        "Generated code cannot access the converter '{0}'; make it internal or public");

    public static readonly DiagnosticDescriptor ConverterGeneric = Group.Error(
        "CET3019",
        "Converter is an open generic type",
        "Converter '{0}' is an open generic type; add its type arguments");

    public static readonly DiagnosticDescriptor ConverterAmbiguous = Group.Error(
        "CET3020",
        "Two converters for one type",
        "'{0}' has two converters, '{1}' and '{2}'; remove one of them");
}
