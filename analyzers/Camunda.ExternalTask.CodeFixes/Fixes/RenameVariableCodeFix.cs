using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Sets another name for the second of two properties that map to one variable: the property name in camelCase if it is free.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameVariableCodeFix)), Shared]
public sealed class RenameVariableCodeFix() : NodeCodeFix<SyntaxNode>(VariableRules.VariableNameDuplicate)
{
    private protected override Edit? FindEdit(SyntaxNode node, FixPlace place)
    {
        if (node is not (PropertyDeclarationSyntax or ParameterSyntax) || place.Symbols.VariableAttribute is not { } variable
            || place.Model.GetDeclaredSymbol(node, place.CancellationToken) is not { } property)
        {
            return null;
        }

        var name = FreeName(property.Name, property.ContainingType, new(place.Symbols, null, place.CancellationToken));
        var attribute = AttributeOf(node, place.Model, variable, place.CancellationToken);
        return place.Change($"Rename the variable to '{name}'", editor => Rename(editor, node, variable, attribute, name));
    }

    private static string FreeName(string property, INamedTypeSymbol owner, ParsingContext context)
    {
        var taken = new HashSet<string>();
        foreach (var other in PropertyCollector.Of(owner, TypeRole.Output, context))
        {
            var parameter = PositionalParameter(other, owner, context);
            var attribute = PropertyAttributes.Of(other, parameter, context).Variable;
            var name = attribute is { HasFirst: true, First.Value: { } written } ? written : CSharpNames.CamelCase(other.Name);
            taken.Add(name);
        }

        var free = CSharpNames.CamelCase(property);
        for (var number = 2; taken.Contains(free); number++)
        {
            free = $"{CSharpNames.CamelCase(property)}{number}";
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

    private static void Rename(DocumentEditor editor, SyntaxNode declaration, INamedTypeSymbol variable, AttributeSyntax? attribute, string name)
    {
        var literal = editor.Generator.LiteralExpression(name);
        if (attribute is null)
        {
            editor.AddAttribute(declaration, SyntaxEdits.Attribute(editor, declaration, variable, literal));
            return;
        }

        var arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var written = arguments.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);
        var argument = (AttributeArgumentSyntax)editor.Generator.AttributeArgument(literal);
        editor.ReplaceNode(
            attribute,
            attribute.WithArgumentList(written is null
                ? arguments.WithArguments(arguments.Arguments.Insert(0, argument))
                : arguments.ReplaceNode(written, argument)));
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
