using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for topics and their filters.</summary>
internal static class TopicRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Topic");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor TopicBlank = Group.Error(
        "CET2001",
        "Topic is blank",
        "The topic of '{0}' is blank, so the generator skips it; use the topic of the task in the BPMN model");

    public static readonly DiagnosticDescriptor TopicPadded = Group.Warning(
        "CET2002",
        "Topic has leading or trailing white space",
        "Topic '{0}' has leading or trailing white space, and the engine compares topics exactly; trim the topic");

    public static readonly DiagnosticDescriptor TopicHandledTwice = Group.Error(
        "CET2003",
        "Topic has several handlers",
        "Topic '{0}' with the same filters is also handled by '{1}', and only one of the handlers would receive tasks; remove "
        + "one of them or use different filters", atEnd: true);

    public static readonly DiagnosticDescriptor FilterEmpty = Group.Error(
        "CET2004",
        "Topic filter is empty or blank",
        "Filter '{0}' {1}, so the generator skips '{2}'; set the values to match, or remove the filter");

    public static readonly DiagnosticDescriptor FilterContradicts = Group.Error(
        "CET2005",
        "Topic filters exclude each other",
        "Filters '{0}' and '{1}' exclude each other, so no task matches both; remove one of them");
}
