using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports the name of a process, message or signal that is not in any BPMN model, and a similar name if there is one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProcessNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(ModelRules.ProcessNameMisspelled, ModelRules.ProcessNameInNoModel);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } symbols && ProjectModels.AllOf(start) is { } models)
            {
                var declared = new DeclaredNames(symbols);
                start.RegisterSymbolAction(type => Check(type, symbols, models, declared), SymbolKind.NamedType);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, KnownSymbols symbols, ProjectModels models, DeclaredNames declared)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().IsEmpty)
        {
            return;
        }

        var declaration = ParsedDeclaration.Of(type, symbols, context.CancellationToken);
        Check(declaration.Start, symbols.ProcessStartAttribute, "process", models, declared, context, static model => model.Processes.Select(static process => process.Id));
        Check(declaration.Message, symbols.MessageAttribute, "message", models, declared, context, static model => NamesOf(model.Messages.Select(static message => message.Name)));
        Check(declaration.Signal, symbols.SignalAttribute, "signal", models, declared, context, static model => NamesOf(model.Signals.Select(static signal => signal.Name)));
    }

    private static void Check(
        ProcessPayloadModel? payload,
        INamedTypeSymbol? attribute,
        string kind,
        ProjectModels models,
        DeclaredNames declared,
        SymbolAnalysisContext context,
        Func<BpmnModel, IEnumerable<string>> namesOf)
    {
        if (payload?.Name.Value is not { } name)
        {
            return;
        }

        var names = models.Files.SelectMany(file => namesOf(file.Model)).Distinct().ToList();
        if (names.Contains(name) || models.MayMention(name))
        {
            return;
        }

        var place = AttributeReader.Find(context.Symbol, attribute, context.CancellationToken)?.FirstSyntax?.GetLocation() ?? context.Symbol.Locations[0];
        if (NearMiss.Find(name, names) is not null
            && NearMiss.Find(name, names.Where(other => !declared.Contains(other, attribute, context.CancellationToken))) is { } nearest)
        {
            context.ReportDiagnostic(Diagnostic.Create(ModelRules.ProcessNameMisspelled, place, kind, name, nearest));
        }
        else if (!names.Any(static other => other.Contains("${") || other.Contains("#{")))
        {
            // A name with an expression can become any name.
            context.ReportDiagnostic(Diagnostic.Create(ModelRules.ProcessNameInNoModel, place, kind, name));
        }
    }

    private static IEnumerable<string> NamesOf(IEnumerable<BpmnText?> names) => names.Where(static name => name is not null).Select(static name => name!.Value);
}
