using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Finds the value of an input property whose variable is absent.</summary>
internal readonly record struct PropertyDefault(Presence Presence, string? Expression = null)
{
    public static PropertyDefault Of(IParameterSymbol parameter, ValueModel value)
    {
        if (value.IsOptional)
        {
            return new(Presence.Absent);
        }

        if (!parameter.HasExplicitDefaultValue)
        {
            return new(value.IsNullable ? Presence.Null : Presence.Required);
        }

        var constant = parameter.ExplicitDefaultValue;
        return constant is null && (value.IsNullable || !value.IsValueType)
            ? new(value.IsNullable ? Presence.Null : Presence.Required)
            : new(Presence.Default, CSharpLiteral.Of(constant, parameter.Type));
    }

    public static PropertyDefault Of(IPropertySymbol property, ValueModel value, ParsingContext context)
    {
        var without = new PropertyDefault(value.IsOptional ? Presence.Absent : value.IsNullable && !property.IsRequired ? Presence.Null : Presence.Required);
        if (property.IsRequired || InitializerOf(property, context) is not { } initializer)
        {
            return without;
        }

        if (value.IsOptional)
        {
            return new(Presence.Initializer);
        }

        // "= null!" and "= default!" only silence the compiler.
        if (initializer is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression, Operand: { } operand })
        {
            initializer = operand;
        }

        if (!value.IsValueType && initializer.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression)
        {
            return without;
        }

        // Most are literals, whose value needs no semantic model.
        if (initializer is LiteralExpressionSyntax { Token.Value: { } literal })
        {
            return new(Presence.Default, CSharpLiteral.Of(literal, property.Type));
        }

        var model = context.Symbols.Compilation.GetSemanticModel(initializer.SyntaxTree);
        if (model.GetConstantValue(initializer, context.CancellationToken) is { HasValue: true, Value: var constant })
        {
            return constant is null && value.IsNullable ? without : new(Presence.Default, CSharpLiteral.Of(constant, property.Type));
        }

        var isEmptyText = model.GetSymbolInfo(initializer, context.CancellationToken).Symbol
            is IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String };
        return isEmptyText ? new(Presence.Default, "\"\"") : new(Presence.Initializer);
    }

    public static ExpressionSyntax? InitializerOf(IPropertySymbol property, ParsingContext context)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax { Initializer.Value: { } initializer })
            {
                return initializer;
            }
        }

        return null;
    }

    /// <summary>Whether a property has no accessor body: <c>{ get; }</c>.</summary>
    public static bool IsAuto(IPropertySymbol property, ParsingContext context)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors })
            {
                foreach (var accessor in accessors.Accessors)
                {
                    if (accessor.Body is not null || accessor.ExpressionBody is not null)
                    {
                        return false;
                    }
                }

                return true;
            }
        }

        return false;
    }
}
