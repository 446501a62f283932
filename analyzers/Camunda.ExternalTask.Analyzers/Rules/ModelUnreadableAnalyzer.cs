using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports a model that cannot be read, at the error in the file. The other models are still checked.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelUnreadableAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ModelRules.ModelUnreadable);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is null)
            {
                return;
            }

            start.RegisterAdditionalFileAction(file =>
            {
                if (ModelFile.Read(start, file.AdditionalFile) is { Fault: { } fault } model)
                {
                    file.ReportDiagnostic(Diagnostic.Create(
                        ModelRules.ModelUnreadable,
                        model.Locate(fault.Position),
                        System.IO.Path.GetFileName(model.Path),
                        WithoutPlace(fault.Message)));
                }
            });
        });
    }

    /// <summary>The diagnostic has a location, so it does not need the XML reader's "Line 8, position 3.".</summary>
    private static string WithoutPlace(string message)
    {
        var place = message.LastIndexOf(" Line ", System.StringComparison.Ordinal);
        return (place < 0 ? message : message.Substring(0, place)).TrimEnd('.');
    }
}
