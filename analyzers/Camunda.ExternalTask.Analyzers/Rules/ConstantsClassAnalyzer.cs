using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Constants;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports a model without constants, because their class has no name of its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantsClassAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(ConstantRules.ClassHasNoName);

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
            if (classes.All(static @class => @class.Fault == ConstantsClassFault.None))
            {
                return;
            }

            start.RegisterAdditionalFileAction(file =>
            {
                var model = models.Files.FirstOrDefault(model => model.Path == file.AdditionalFile.Path);
                var @class = classes.FirstOrDefault(@class => @class.Path == file.AdditionalFile.Path);
                if (model is not null && @class is { Fault: not ConstantsClassFault.None })
                {
                    file.ReportDiagnostic(Diagnostic.Create(
                        ConstantRules.ClassHasNoName, model.Locate(new(1, 2)), Path.GetFileName(model.Path), ReasonFor(@class)));
                }
            });
        });
    }

    private static string ReasonFor(ConstantsClass @class) => @class.Fault switch
    {
        ConstantsClassFault.SeveralFiles => $"the class '{@class.Name}' would be that of '{@class.Other}' as well",
        ConstantsClassFault.Declared => $"the project declares '{@class.Name}'",
        _ => $"'{@class.Name}' is not a name for a class",
    };
}
