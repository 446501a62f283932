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

/// <summary>Reports outputs that do not reach the process: they end with a task or subprocess, or parallel instances overwrite them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutputShadowedAnalyzer : ModelAnalyzer
{
    /// <summary>The property of the diagnostic that has the variable.</summary>
    internal const string Variable = "Variable";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(ModelRules.OutputShadowed, FlowRules.LocalOutputLost, FlowRules.OutputOverwritten);

    private protected override void Check(HandlerCheck check)
    {
        if (HandleMethods.Of(check.Type, check.Handler) is not { } method
            || HandleMethods.OutputOf(method, check.Parsing.Symbols) is not { } output
            || !SymbolEqualityComparer.Default.Equals(output.ContainingAssembly, check.Parsing.Symbols.Compilation.Assembly)
            || ParsedDeclaration.Of(output, check.Parsing.Symbols, check.Context.CancellationToken).Output is not { } model)
        {
            return;
        }

        foreach (var property in model.Properties)
        {
            if (property.SourceName.Value is { } variable)
            {
                Check(new(check, method, output, property, variable));
            }
        }
    }

    private static void Check(OutputCheck output)
    {
        if (output.Property.IsLocal)
        {
            Report(output, FlowRules.LocalOutputLost, task => Unmapped(task, output.Variable));
            return;
        }

        Report(output, ModelRules.OutputShadowed, task => LocalVariables.Losing(task, output.Variable, other => MayRead(other)));
        Report(output, FlowRules.OutputOverwritten, task => LocalVariables.Overwriting(task, output.Variable) is { } loop
            ? new LocalVariable(loop, loop.Node.MultiInstance!.Position)
            : null);
    }

    // The handler of another task in the subprocess may read any variable.
    private static bool MayRead(ModelTask task) => task.Node.External is not null;

    private static LocalVariable? Unmapped(ModelTask task, string name) =>
        task.Node.Outputs.Any(parameter => VariableReads.MayRead(parameter.Value, name))
        || task.Node.TaskErrors.Any(error => VariableReads.MayRead(error.Expression?.Value, name))
        || !task.Node.Listeners.IsEmpty
            ? null
            : new(task, task.Node.Position);

    private static void Report(OutputCheck output, DiagnosticDescriptor rule, System.Func<ModelTask, LocalVariable?> find)
    {
        var found = output.Check.Models.TasksOf(output.Check.Handler).Where(task => !IgnoredRules.Contain(task, rule.Id))
            .Select(task => (Task: task, Local: find(task))).Where(static pair => pair.Local is not null).ToList();
        if (found.Count == 0)
        {
            return;
        }

        var (check, method, type, property, variable) = output;
        var places = found.Select(static pair => pair.Task.File.Locate(pair.Local!.Position)).ToList();
        var place = Declarations.PlaceOf(type, property.Name.TrimStart('@'), check.Context.Compilation);
        if (place is null || !Declarations.IsIn(check.Type, place))
        {
            if (place is not null)
            {
                places.Insert(0, place);
            }

            place = Declarations.IsIn(check.Type, method.Locations[0]) ? method.Locations[0] : check.TopicPlace;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(Variable, variable);
        check.Context.ReportDiagnostic(Diagnostic.Create(rule, place, places, properties, property.Name, variable, found[0].Local!.Owner.DisplayName));
    }

    private sealed record OutputCheck(HandlerCheck Check, IMethodSymbol Method, INamedTypeSymbol Output, PropertyModel Property, string Variable);
}
