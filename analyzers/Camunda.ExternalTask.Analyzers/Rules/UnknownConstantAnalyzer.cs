using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Constants;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports a constant that a BPMN model does not have, and a similar one if there is one. The compiler reports only the missing member.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownConstantAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic with the name of the constant that is probably meant.</summary>
    internal const string NearestConstant = "NearestConstant";

    private const int MaxNamed = 5;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ConstantRules.ConstantUnknown);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is null || ProjectModels.AllOf(start) is not { } models)
            {
                return;
            }

            var classes = ModelConstants.ClassesOf(models, start.Options, start.Compilation);
            var files = models.Files
                .Select(file => (Name: ConstantsClasses.NameOf(file.Path, classes), File: file))
                .Where(static pair => pair.Name is not null)
                .ToDictionary(static pair => pair.Name!, static pair => pair.File);
            start.RegisterSyntaxNodeAction(access => Check(access, files), SyntaxKind.SimpleMemberAccessExpression);
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, Dictionary<string, ModelFile> files)
    {
        // The names come first, because a look at the symbol of every member access would be expensive.
        var access = (MemberAccessExpressionSyntax)context.Node;
        if (Last(access.Expression) is not { } group || !BpmnConstants.Groups.Contains(group)
            || context.SemanticModel.GetSymbolInfo(access, context.CancellationToken).Symbol is not null
            || FindClass(access.Expression, context.SemanticModel, context.CancellationToken) is not { } @class
            || !files.TryGetValue(@class, out var file))
        {
            return;
        }

        var name = access.Name.Identifier.ValueText;
        var constants = BpmnConstants.Of(file.Model, file.Path).Groups.FirstOrDefault(candidate => candidate.Name == group);
        var (remedy, nearest) = RemedyFor(name, constants, System.IO.Path.GetFileName(file.Path));
        context.ReportDiagnostic(Diagnostic.Create(
            ConstantRules.ConstantUnknown,
            access.Name.GetLocation(),
            nearest is null ? null : ImmutableDictionary<string, string?>.Empty.Add(NearestConstant, nearest),
            access.Expression.WithoutTrivia().ToString(),
            name,
            remedy));
    }

    private static (string Remedy, string? Nearest) RemedyFor(string name, ConstantGroup? group, string file)
    {
        var names = group?.Constants.Select(static constant => constant.Name).ToList() ?? [];
        var ambiguous = group?.Ambiguous.Where(value => ConstantGroupBuilder.NameOf(value, group.Name) == name).ToList() ?? [];
        if (ambiguous.Count > 0)
        {
            return ($"'{string.Join("' and '", ambiguous)}' in '{file}' would both have it; write the text instead", null);
        }

        var nearest = NearMiss.Find(name, names) ?? (names.Count == 1 ? names[0] : null);
        return names.Count == 0 ? ($"'{file}' has no such value; correct the model or the code", null)
            : nearest is not null ? ($"'{file}' has '{nearest}'; use this constant, or correct the model", nearest)
            : ($"'{file}' has '{string.Join("', '", names.Take(MaxNamed))}'{(names.Count > MaxNamed ? " and others" : "")}; use one of them, or correct the model", null);
    }

    // The class of the group: a group that has no constant does not exist.
    private static string? FindClass(ExpressionSyntax group, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(group, cancellationToken).Symbol is INamedTypeSymbol { ContainingType: { } containing } ? NameOf(containing)
        : group is MemberAccessExpressionSyntax access && model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is INamedTypeSymbol type ? NameOf(type)
        : null;

    private static string? NameOf(INamedTypeSymbol type) =>
        type is { ContainingType: null, ContainingNamespace.IsGlobalNamespace: true } && !GeneratedParts.IsWritten(type) ? type.Name : null;

    private static string? Last(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
