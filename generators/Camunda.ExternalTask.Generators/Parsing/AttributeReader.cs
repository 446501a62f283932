using System.Collections.Generic;
using System.Threading;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>The arguments of an attribute, with the expressions of values that are not known yet.</summary>
internal sealed class AttributeReader(AttributeData attribute, ISymbol target, CancellationToken cancellationToken)
{
    private SeparatedSyntaxList<AttributeArgumentSyntax>? _syntax;

    /// <summary>The attribute of a class on a symbol, or null.</summary>
    public static AttributeReader? Find(ISymbol symbol, INamedTypeSymbol? attributeClass, CancellationToken cancellationToken)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attributeClass is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass))
            {
                return new(attribute, symbol, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>All attributes of a class on a symbol, in the order of the source.</summary>
    public static IReadOnlyList<AttributeReader> FindAll(ISymbol symbol, INamedTypeSymbol? attributeClass, CancellationToken cancellationToken)
    {
        var readers = new List<AttributeReader>();
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attributeClass is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass))
            {
                readers.Add(new(attribute, symbol, cancellationToken));
            }
        }

        return readers;
    }

    /// <summary>Whether the attribute has a first argument of the constructor.</summary>
    public bool HasFirst => attribute.ConstructorArguments.Length > 0 || FirstSyntax is not null;

    /// <summary>The first argument of the constructor; blank in unfinished code.</summary>
    public ConstantText First =>
        Text(attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0] : default, FirstSyntax) ?? new("");

    /// <summary>The first argument of the constructor as a type.</summary>
    public INamedTypeSymbol? FirstType =>
        attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol type } ? type : null;

    /// <summary>Whether the first argument of the constructor is a type of any kind, or null in place of one.</summary>
    public bool HasTypeAsFirst => attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Kind == TypedConstantKind.Type;

    /// <summary>The first argument of the constructor as a number.</summary>
    public int? FirstNumber =>
        attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is int number ? number : null;

    public ExpressionSyntax? FirstSyntax
    {
        get
        {
            foreach (var argument in Syntax)
            {
                if (argument.NameEquals is null)
                {
                    return argument.Expression;
                }
            }

            return null;
        }
    }

    /// <summary>The syntax of the attribute.</summary>
    public SyntaxNode? Place => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken);

    private SeparatedSyntaxList<AttributeArgumentSyntax> Syntax =>
        _syntax ??= (Place as AttributeSyntax)?.ArgumentList?.Arguments ?? default;

    public ConstantText? Text(string name) => Text(Value(name), SyntaxOf(name));

    public int Number(string name) => Value(name).Value is int number ? number : 0;

    public bool Flag(string name) => Value(name).Value is true;

    public bool Has(string name) => SyntaxOf(name) is not null || !Value(name).IsNull;

    public EquatableArray<ConstantText>? List(string name)
    {
        var value = Value(name);
        var elements = Elements(SyntaxOf(name));
        if (value.Kind != TypedConstantKind.Array || value.IsNull)
        {
            return value.Kind == TypedConstantKind.Error && elements.Count > 0 ? Texts(default, elements) : null;
        }

        return Texts(value, elements);
    }

    public ExpressionSyntax? SyntaxOf(string name)
    {
        foreach (var argument in Syntax)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name)
            {
                return argument.Expression;
            }
        }

        return null;
    }

    private ConstantText? Text(TypedConstant constant, ExpressionSyntax? syntax) => constant switch
    {
        { Kind: TypedConstantKind.Primitive, Value: string text } => new(text),
        { Kind: TypedConstantKind.Error } when syntax is not null => UnknownConstant.Read(syntax, target, cancellationToken),
        _ => (ConstantText?)null,
    };

    private EquatableArray<ConstantText> Texts(TypedConstant array, List<ExpressionSyntax> elements)
    {
        var count = array.Kind == TypedConstantKind.Array ? array.Values.Length : elements.Count;
        var texts = new ConstantText[count];
        for (var i = 0; i < count; i++)
        {
            var element = array.Kind == TypedConstantKind.Array ? array.Values[i] : default;
            texts[i] = Text(element, elements.Count == count ? elements[i] : null) ?? new("");
        }

        return new(texts);
    }

    private static List<ExpressionSyntax> Elements(ExpressionSyntax? list)
    {
        var elements = new List<ExpressionSyntax>();
        switch (list)
        {
            case ImplicitArrayCreationExpressionSyntax { Initializer: var initializer }:
                elements.AddRange(initializer.Expressions);
                break;
            case ArrayCreationExpressionSyntax { Initializer: { } initializer }:
                elements.AddRange(initializer.Expressions);
                break;
            case CollectionExpressionSyntax collection:
                foreach (var element in collection.Elements)
                {
                    if (element is ExpressionElementSyntax { Expression: var expression })
                    {
                        elements.Add(expression);
                    }
                }

                break;
        }

        return elements;
    }

    private TypedConstant Value(string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return default;
    }
}
