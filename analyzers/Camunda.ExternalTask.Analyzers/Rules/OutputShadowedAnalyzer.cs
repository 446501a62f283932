using System.Collections.Generic;
using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports an output that the engine writes to a local variable of the task instead of the process, so that it is lost with the task.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutputShadowedAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ModelRules.OutputShadowed);

    private protected override void Check(HandlerCheck check)
    {
        if (HandleMethods.Of(check.Type, check.Handler) is not { } method
            || HandleMethods.OutputOf(method, check.Parsing.Symbols) is not { } output
            || !SymbolEqualityComparer.Default.Equals(output.ContainingAssembly, check.Parsing.Symbols.Compilation.Assembly)
            || OutputParser.Parse(output, check.Parsing) is not { } model)
        {
            return;
        }

        foreach (var property in model.Properties)
        {
            if (property.SourceName.Value is { } variable && !property.IsLocal)
            {
                Check(check, method, output, property, variable);
            }
        }
    }

    private static void Check(HandlerCheck check, IMethodSymbol method, INamedTypeSymbol output, PropertyModel property, string variable)
    {
        var places = new List<Location>();
        string? task = null;
        foreach (var candidate in check.Models.TasksOf(check.Handler))
        {
            if (LocalVariables.Losing(candidate, variable) is { } position)
            {
                task ??= candidate.DisplayName;
                places.Add(candidate.File.Locate(position));
            }
        }

        if (task is null)
        {
            return;
        }

        var place = Declarations.PlaceOf(output, property.Name.TrimStart('@'), check.Context.Compilation);
        if (place is null || !Declarations.IsIn(check.Type, place))
        {
            if (place is not null)
            {
                places.Insert(0, place);
            }

            place = Declarations.IsIn(check.Type, method.Locations[0]) ? method.Locations[0] : check.TopicPlace;
        }

        check.Context.ReportDiagnostic(Diagnostic.Create(ModelRules.OutputShadowed, place, places, property.Name, variable, task));
    }
}
