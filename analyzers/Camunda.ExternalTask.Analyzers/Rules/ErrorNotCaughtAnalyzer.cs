using System.Collections.Generic;
using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports a BPMN error of a handler that no model catches: the engine would end the execution silently.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorNotCaughtAnalyzer : ModelAnalyzer
{
    /// <summary>The property of the diagnostic that has the code.</summary>
    internal const string Code = "Code";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ModelRules.ErrorNotCaught);

    private protected override void Check(HandlerCheck check)
    {
        foreach (var code in check.Handler.ErrorCodes)
        {
            if (code.Value is { } text)
            {
                Check(check, text);
            }
        }
    }

    private static void Check(HandlerCheck check, string code)
    {
        var places = new List<Location>();
        var otherCodes = new HashSet<string>();
        string? task = null;
        foreach (var candidate in check.Models.TasksOf(check.Handler))
        {
            var catching = new ErrorCatching(check.Models, code);
            if (!catching.IsCaught(candidate))
            {
                task ??= candidate.DisplayName;
                places.Add(candidate.Place);
                otherCodes.UnionWith(catching.OtherCodes);
            }
        }

        if (task is not null)
        {
            var meant = NearMiss.Find(code, otherCodes) is { } nearest ? $" ('{nearest}' is caught)" : "";
            check.Context.ReportDiagnostic(Diagnostic.Create(
                ModelRules.ErrorNotCaught, PlaceOf(check, code), places, ImmutableDictionary<string, string?>.Empty.Add(Code, code), code, task, meant));
        }
    }

    // The attribute that declares the code: on the handler, or on a nested error type.
    private static Location PlaceOf(HandlerCheck check, string code)
    {
        var symbols = check.Parsing.Symbols;
        foreach (var attribute in check.Type.GetAttributes())
        {
            if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, symbols.ReportsBpmnErrorAttribute))
            {
                continue;
            }

            var reader = new AttributeReader(attribute, check.Type, check.Context.CancellationToken);
            var declared = reader.FirstType is { } type
                ? AttributeReader.Find(type, symbols.BpmnErrorAttribute, check.Context.CancellationToken)?.First.Value
                : reader.First.Value;
            if (declared == code && reader.FirstSyntax is { } syntax)
            {
                return syntax.GetLocation();
            }
        }

        foreach (var nested in check.Type.GetTypeMembers())
        {
            if (AttributeReader.Find(nested, symbols.BpmnErrorAttribute, check.Context.CancellationToken) is { FirstSyntax: { } syntax } error
                && error.First.Value == code)
            {
                return syntax.GetLocation();
            }
        }

        return check.TopicPlace;
    }
}
