using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds <c>[TaskInput]</c> or <c>[TaskOutput]</c> to a type that a handle method takes or returns, and makes it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkTypeCodeFix)), Shared]
public sealed class MarkTypeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.InputTypeNotMarked, RuleIds.OutputTypeNotMarked);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || KnownSymbols.Of(model.Compilation) is not { } symbols)
        {
            return;
        }

        var symbol = model.GetDeclaredSymbol(root.FindNode(context.Span), context.CancellationToken);
        var (type, attribute, name) = symbol switch
        {
            IParameterSymbol parameter => (parameter.Type as INamedTypeSymbol, symbols.TaskInputAttribute, "TaskInput"),
            IMethodSymbol method => (HandleMethods.OutputOf(method, symbols), symbols.TaskOutputAttribute, "TaskOutput"),
            _ => default,
        };

        if (attribute is not null && type is { DeclaringSyntaxReferences.Length: > 0 }
            && await type.DeclaringSyntaxReferences[0].GetSyntaxAsync(context.CancellationToken).ConfigureAwait(false) is TypeDeclarationSyntax declaration
            && document.Project.Solution.GetDocument(declaration.SyntaxTree) is { } declaring)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Add [{name}] to '{type.Name}'",
                    cancellationToken => MarkAsync(declaring, declaration, attribute, cancellationToken),
                    name),
                context.Diagnostics);
        }
    }

    private static async Task<Solution> MarkAsync(
        Document document, TypeDeclarationSyntax declaration, INamedTypeSymbol attributeClass, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var attribute = TypeEdits.Attribute(editor, declaration, attributeClass);
        editor.ReplaceNode(declaration, editor.Generator.AddAttributes(TypeEdits.WithPartial(declaration), attribute));
        return (await TypeEdits.FinishAsync(editor, cancellationToken).ConfigureAwait(false)).Project.Solution;
    }
}
