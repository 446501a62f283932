using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports, in the model, an error boundary event of a task whose handler never reports the code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CaughtErrorAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(FlowRules.CaughtErrorNeverReported);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } symbols || ProjectModels.Of(start) is not { } models)
            {
                return;
            }

            var proof = ProjectProof.Of(symbols, models);
            start.RegisterAdditionalFileAction(action =>
            {
                if (ModelFile.Read(start, action.AdditionalFile) is not { } file)
                {
                    return;
                }

                foreach (var task in models.Tasks.Where(task => ReferenceEquals(task.File.Model, file.Model)))
                {
                    Check(action, models, proof.Contracts.OfTask(task.Process, task.Node), task);
                }
            });
        });
    }

    private static void Check(AdditionalFileAnalysisContext context, ProjectModels models, TaskContract? contract, ModelTask task)
    {
        // An error of the handler that nothing catches is reported there, with a similar code that is caught.
        if (contract is not { ReportsAny: false }
            || IgnoredRules.Contain(task, FlowRules.CaughtErrorNeverReported.Id)
            || contract.Errors.Any(error => !new ErrorCatching(models, error.Code).IsCaught(task)))
        {
            return;
        }

        foreach (var boundary in task.Scope.Nodes.Where(node => node.Kind == BpmnNodeKind.BoundaryEvent && node.AttachedToRef == task.Node.Id))
        {
            foreach (var definition in boundary.EventDefinitions.Where(static definition => definition.Kind == BpmnEventKind.Error))
            {
                if (task.File.Model.ErrorCodeOf(definition.Ref?.Value) is { } code
                    && !BpmnText.IsExpression(code)
                    && contract.Errors.All(error => error.Code != code)
                    && task.Node.TaskErrors.All(error => task.File.Model.ErrorCodeOf(error.ErrorRef) != code))
                {
                    context.ReportDiagnostic(Diagnostic.Create(FlowRules.CaughtErrorNeverReported, task.File.Locate(boundary.Position), code, task.Topic));
                }
            }
        }
    }
}
