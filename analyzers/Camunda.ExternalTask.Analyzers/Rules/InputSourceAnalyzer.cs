using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports extension properties that a task does not have, and filters that exclude every task of the models.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputSourceAnalyzer : ModelAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(FlowRules.ExtensionPropertyMissing, FlowRules.FilterExcludesModel);

    private protected override void Check(HandlerCheck check)
    {
        CheckFilter(check);
        var parameters = HandleMethods.Of(check.Type, check.Handler)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        var input = parameters.Select(static parameter => parameter.Type).OfType<INamedTypeSymbol>()
            .Select(type => (Type: type, Model: ParsedDeclaration.Of(type, check.Parsing.Symbols, check.Context.CancellationToken).Input))
            .FirstOrDefault(static pair => pair.Model is not null);
        foreach (var property in input.Model?.Properties ?? default)
        {
            if (property is { Source: PropertySource.ExtensionProperty, Presence: Presence.Required, Value.IsNullable: false, SourceName.Value: { } name })
            {
                CheckProperty(check, input.Type, property, name);
            }
        }
    }

    private static void CheckProperty(HandlerCheck check, INamedTypeSymbol input, PropertyModel property, string name)
    {
        var task = check.Models.TasksOf(check.Handler).FirstOrDefault(task =>
            task.Node.ExtensionProperties.All(known => known.Name != name) && !IgnoredRules.Contain(task, FlowRules.ExtensionPropertyMissing.Id));
        if (task is null)
        {
            return;
        }

        var place = Declarations.PlaceOf(input, property.Name.TrimStart('@'), check.Context.Compilation) is { } declared && Declarations.IsIn(check.Type, declared)
            ? declared
            : check.TopicPlace;
        check.Context.ReportDiagnostic(Diagnostic.Create(FlowRules.ExtensionPropertyMissing, place, [task.Place], property.Name, name, task.DisplayName));
    }

    private static void CheckFilter(HandlerCheck check)
    {
        var keys = KeysOf(check.Handler.Filter).ToList();
        var tasks = check.Models.Tasks.Where(task => task.Topic == check.Handler.Topic.Value).ToList();
        if (keys.Count > 0 && tasks.Count > 0 && !keys.Any(check.Models.MayMention) && tasks.All(task => !keys.Contains(task.Process.Id)))
        {
            check.Context.ReportDiagnostic(Diagnostic.Create(
                FlowRules.FilterExcludesModel,
                check.TopicPlace,
                tasks.Select(static task => task.Place),
                Quoted(keys),
                check.Handler.Topic.Value,
                Quoted(tasks.Select(static task => task.Process.Id).Distinct())));
        }
    }

    private static IEnumerable<string> KeysOf(TopicFilterModel filter) =>
        new[] { filter.ProcessDefinitionKey }.Concat((filter.ProcessDefinitionKeyIn ?? default).Select(static key => (ConstantText?)key))
            .Select(static key => key?.Value).OfType<string>();

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"'{name}'"));
}
