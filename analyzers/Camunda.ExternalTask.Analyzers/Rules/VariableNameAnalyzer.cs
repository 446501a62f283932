using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports names of variables that the engine accepts and that are probably not meant: padded, reserved, or twice with different case.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VariableNameAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Reserved =
    [
        "execution", "task", "externalTask", "caseExecution", "authenticatedUserId", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(CodeRules.VariableNamePadded, CodeRules.VariableNameReserved, CodeRules.VariableCaseDiffers);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterSymbolAction(type => Check(type, symbols), SymbolKind.NamedType);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().IsEmpty)
        {
            return;
        }

        var declaration = ParsedDeclaration.Of(type, symbols, context.CancellationToken);
        var written = (EquatableArray<PropertyModel>[])
        [
            declaration.Output?.Properties ?? default, declaration.Error?.Properties ?? default, declaration.Start?.Properties ?? default,
            declaration.Message?.Properties ?? default, declaration.Signal?.Properties ?? default,
        ];
        var outputs = new HashSet<string>(written.SelectMany(static properties => properties).Select(static property => property.Name));
        var seen = new Dictionary<string, PropertyModel>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in (declaration.Input?.Properties ?? default).Concat(written.SelectMany(static properties => properties))
            .Where(static property => property.Source == PropertySource.Variable && property.SourceName.Value is not null)
            .GroupBy(static property => property.Name).Select(static group => group.First()))
        {
            var name = property.SourceName.Value!;
            if (name.Trim() != name)
            {
                Report(CodeRules.VariableNamePadded, property, property.Name, name);
            }

            if (Reserved.Contains(name) && outputs.Contains(property.Name))
            {
                Report(CodeRules.VariableNameReserved, property, property.Name, name);
            }

            if (!seen.TryGetValue(name, out var other))
            {
                seen.Add(name, property);
            }
            else if (other.SourceName.Value != name)
            {
                Report(CodeRules.VariableCaseDiffers, property, property.Name, name, other.Name, other.SourceName.Value!);
            }
        }

        void Report(DiagnosticDescriptor rule, PropertyModel property, params string[] arguments)
        {
            var place = Declarations.PlaceOf(type, property.Name.TrimStart('@'), context.Compilation) is { } declared && Declarations.IsIn(type, declared)
                ? declared
                : type.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(rule, place, arguments));
        }
    }
}
