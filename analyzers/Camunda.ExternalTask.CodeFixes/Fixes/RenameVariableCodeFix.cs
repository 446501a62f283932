using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Camunda.ExternalTask.Analyzers;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Gives the second of two properties with one variable a name of its own: its own in camelCase if that is free.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameVariableCodeFix)), Shared]
public sealed class RenameVariableCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.VariableNameDuplicate);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span) is not { } declaration || declaration is not (PropertyDeclarationSyntax or ParameterSyntax) || model is null
            || model.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } property
            || KnownSymbols.Of(model.Compilation) is not { VariableAttribute: { } variable } symbols)
        {
            return;
        }

        var name = FreeName(property.Name, property.ContainingType, new(symbols, null, context.CancellationToken));
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Name the variable '{name}'",
                cancellationToken => RenameAsync(context.Document, declaration, model, variable, name, cancellationToken),
                nameof(RenameVariableCodeFix)),
            context.Diagnostics);
    }

    private static string FreeName(string property, INamedTypeSymbol owner, ParsingContext context)
    {
        var taken = new HashSet<string>();
        foreach (var other in Properties.Of(owner, TypeRole.Output, context))
        {
            var parameter = PositionalParameter(other, owner, context);
            var attribute = PropertyAttributes.Of(other, parameter, context).Variable;
            var name = attribute is { HasFirst: true, First.Value: { } written } ? written : Names.CamelCase(other.Name);
            taken.Add(name);
        }

        var free = Names.CamelCase(property);
        for (var number = 2; taken.Contains(free); number++)
        {
            free = $"{Names.CamelCase(property)}{number}";
        }

        return free;
    }

    private static IParameterSymbol? PositionalParameter(IPropertySymbol property, INamedTypeSymbol owner, ParsingContext context)
    {
        foreach (var parameter in InputConstructor.PrimaryOf(owner, context)?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.Name == property.Name)
            {
                return parameter;
            }
        }

        return null;
    }

    private static async Task<Document> RenameAsync(
        Document document, SyntaxNode declaration, SemanticModel model, INamedTypeSymbol variable, string name, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var generator = editor.Generator;
        var literal = generator.LiteralExpression(name);
        if (AttributeOf(declaration, model, variable, cancellationToken) is not { } attribute)
        {
            editor.AddAttribute(declaration, TypeEdits.Attribute(editor, declaration, variable, literal));
            return await TypeEdits.FinishAsync(editor, cancellationToken).ConfigureAwait(false);
        }

        var arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var written = arguments.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);
        var argument = (AttributeArgumentSyntax)generator.AttributeArgument(literal);
        editor.ReplaceNode(
            attribute,
            attribute.WithArgumentList(written is null
                ? arguments.WithArguments(arguments.Arguments.Insert(0, argument))
                : arguments.ReplaceNode(written, argument)));
        return editor.GetChangedDocument();
    }

    private static AttributeSyntax? AttributeOf(SyntaxNode declaration, SemanticModel model, INamedTypeSymbol variable, CancellationToken cancellationToken)
    {
        foreach (var list in declaration is ParameterSyntax parameter ? parameter.AttributeLists : ((PropertyDeclarationSyntax)declaration).AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(attribute, cancellationToken).Type, variable))
                {
                    return attribute;
                }
            }
        }

        return null;
    }
}
