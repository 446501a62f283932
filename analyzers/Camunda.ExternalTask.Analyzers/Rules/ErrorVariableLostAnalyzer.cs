using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports a variable of a BPMN error that the engine writes to an activity that the error ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrorVariableLostAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FlowRules.ErrorVariableLost);

    private protected override void Check(HandlerCheck check)
    {
        foreach (var nested in check.Type.GetTypeMembers())
        {
            if (ParsedDeclaration.Of(nested, check.Parsing.Symbols, check.Context.CancellationToken).Error is not { Code.Value: { } code } error)
            {
                continue;
            }

            foreach (var property in error.Properties)
            {
                Check(check, nested, code, property);
            }
        }
    }

    private static void Check(HandlerCheck check, INamedTypeSymbol type, string code, PropertyModel property)
    {
        if (property.SourceName.Value is not { } variable)
        {
            return;
        }

        foreach (var task in check.Models.TasksOf(check.Handler).Where(static task => !IgnoredRules.Contain(task, FlowRules.ErrorVariableLost.Id)))
        {
            if (new ErrorCatching(check.Models, code).LastEnded(task) is not { } last
                || LocalVariables.LosingError(task, variable, last) is not { } local)
            {
                continue;
            }

            var place = Declarations.PlaceOf(type, property.Name.TrimStart('@'), check.Context.Compilation) is { } declared && Declarations.IsIn(check.Type, declared)
                ? declared
                : check.TopicPlace;
            check.Context.ReportDiagnostic(Diagnostic.Create(
                FlowRules.ErrorVariableLost, place, [task.File.Locate(local.Position)], property.Name, code, variable, local.Owner.DisplayName));
            return;
        }
    }
}
