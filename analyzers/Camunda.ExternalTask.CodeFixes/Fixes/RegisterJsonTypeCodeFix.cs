using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds <c>[JsonSerializable]</c> for a type to the declaration of the context that carries such attributes already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterJsonTypeCodeFix)), Shared]
public sealed class RegisterJsonTypeCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.JsonTypeNotRegistered);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => RegisterJsonTypesFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await JsonVariable.FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false)
            is not { Context: { } jsonContext } variable
            || !variable.IsAccessibleIn(jsonContext)
            || await JsonContextEdits.FindDeclarationAsync(jsonContext, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is null)
        {
            return;
        }

        var solution = context.Document.Project.Solution;
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Add [JsonSerializable(typeof({variable.TypeName}))] to '{jsonContext.Name}'",
                cancellationToken => JsonContextEdits.RegisterAsync(solution, jsonContext, [variable.Type], cancellationToken),
                nameof(RegisterJsonTypeCodeFix)),
            context.Diagnostics);
    }
}
