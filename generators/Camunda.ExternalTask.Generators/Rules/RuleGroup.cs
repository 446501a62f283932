using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Declares the rules of one category.</summary>
/// <param name="category">The category, with which <c>dotnet_analyzer_diagnostic.category-….severity</c> sets the severity of all its rules.</param>
internal sealed class RuleGroup(string category)
{
    private const string Pages = "https://github.com/camunda-external-task/camunda-external-task-dotnet/blob/main/docs/rules/";

    private readonly List<DiagnosticDescriptor> _rules = [];

    /// <summary>The rules of the group, in the order of their declaration.</summary>
    public IReadOnlyList<DiagnosticDescriptor> Rules => _rules;

    public DiagnosticDescriptor Error(string id, string title, string message, bool atEnd = false) =>
        Add(id, title, message, DiagnosticSeverity.Error, isEnabled: true, atEnd);

    public DiagnosticDescriptor Warning(string id, string title, string message, bool isEnabled = true, bool atEnd = false) =>
        Add(id, title, message, DiagnosticSeverity.Warning, isEnabled, atEnd);

    public DiagnosticDescriptor Info(string id, string title, string message, bool atEnd = false) =>
        Add(id, title, message, DiagnosticSeverity.Info, isEnabled: true, atEnd);

    private DiagnosticDescriptor Add(string id, string title, string message, DiagnosticSeverity severity, bool isEnabled, bool atEnd)
    {
        string[] tags = atEnd ? [WellKnownDiagnosticTags.CompilationEnd] : [];
        var rule = new DiagnosticDescriptor(id, title, message, category, severity, isEnabled, helpLinkUri: $"{Pages}{id}.md", customTags: tags);
        _rules.Add(rule);
        return rule;
    }
}
