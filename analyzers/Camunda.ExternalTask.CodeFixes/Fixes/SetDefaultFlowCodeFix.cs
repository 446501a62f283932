using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Camunda.ExternalTask.CodeFixes.ModelEdits;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Makes one of a gateway's flows the default flow.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetDefaultFlowCodeFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)]), Shared]
public sealed class SetDefaultFlowCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(FlowRules.NoFlow.Id);

    /// <summary>None: which flow is the default is a decision for each gateway.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        if (ModelEditor.Of(text.ToString()) is not { } model)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (model.NodeAt(diagnostic.Location.SourceSpan.Start) is not { } gateway || gateway["default"] is not null || gateway["id"] is not { } gatewayId)
            {
                continue;
            }

            foreach (var flowId in model.Root.All().Where(tag => tag.LocalName == "sequenceFlow" && tag["sourceRef"] == gatewayId).Select(static tag => tag["id"]).OfType<string>())
            {
                var name = model.Find(flowId)!["name"] is { Length: > 0 } written ? written : flowId;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Make '{name}' the default flow",
                        token => ModelDocument.ChangeAsync(
                            document.Project.Solution, document.Id, gatewayId, (editor, element) => ModelChanges.SetDefaultFlow(editor, element, editor.Find(flowId)!), token),
                        flowId),
                    diagnostic);
            }
        }
    }
}
