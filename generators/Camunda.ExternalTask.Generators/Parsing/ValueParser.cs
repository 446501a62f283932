using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses the types of properties.</summary>
internal sealed class ValueParser(INamedTypeSymbol owner, ParsingContext context)
{
    private INamedTypeSymbol? _jsonContext;
    private bool _hasLookedForJsonContext;

    /// <summary>The value of a property, or null if its type maps to no variable.</summary>
    /// <param name="property">The property.</param>
    /// <param name="converter">The property's attribute that sets a converter, or null.</param>
    public ValueModel? Parse(IPropertySymbol property, AttributeReader? converter) => Parse(property, converter, isVariable: true);

    /// <summary>The value of a property that is set from the task, to which no converter applies.</summary>
    public ValueModel? ParseTaskProperty(IPropertySymbol property) => Parse(property, null, isVariable: false);

    private ValueModel? Parse(IPropertySymbol property, AttributeReader? ownConverter, bool isVariable)
    {
        var type = property.Type;
        if (IsOptional(type, out var inOptional))
        {
            type = inOptional;
        }

        var isOptional = !ReferenceEquals(type, property.Type);
        var isNullable = type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
            isNullable = true;
        }

        if (IsOptional(type, out _))
        {
            context.Report(VariableRules.OptionalNested, property, property.Name, CSharpNames.Message(property.Type));
            return null;
        }

        INamedTypeSymbol? converter = null;
        if (ContainsError(type)
            || (isVariable && !context.Symbols.Converters.TryFind(property, type, ownConverter, owner, context, out converter))
            || (converter is not null ? ValueKind.Converted : Classify(property, type)) is not { } kind)
        {
            return null;
        }

        type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var value = new ValueModel
        {
            Kind = kind,
            TypeName = CSharpNames.Code(type),
            DisplayName = CSharpNames.Message(type),
            IsValueType = type.IsValueType,
            IsNullable = isNullable,
            IsOptional = isOptional,
        };

        return kind switch
        {
            ValueKind.Enum => EnumParser.Parse(property, (INamedTypeSymbol)type, context) is { } members ? value with { EnumMembers = members } : null,
            ValueKind.Json when JsonContextFor(property, type) is { } jsonContext =>
                value with { JsonContext = CSharpNames.Code(jsonContext), ObjectTypeName = ObjectTypeNameOf(type) },
            ValueKind.Json => null,
            ValueKind.Converted => value with { Converter = CSharpNames.Code(converter!) },
            _ => value,
        };
    }

    private static bool ContainsError(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => ContainsError(array.ElementType),
        INamedTypeSymbol named => AnyContainsError(named),
        _ => false,
    };

    private static bool AnyContainsError(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (ContainsError(argument))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOptional(ITypeSymbol type, out ITypeSymbol inner)
    {
        if (type is INamedTypeSymbol { TypeArguments.Length: 1 } named && Is(named.OriginalDefinition, context.Symbols.Optional))
        {
            inner = named.TypeArguments[0];
            return true;
        }

        inner = type;
        return false;
    }

    private ValueKind? Classify(IPropertySymbol property, ITypeSymbol type)
    {
        if (ValueKinds.OfPrimitive(type.SpecialType) is { } primitive)
        {
            return primitive;
        }

        switch (type)
        {
            case IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte }:
                return ValueKind.Bytes;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum }:
                return ValueKind.Enum;
            case INamedTypeSymbol { TypeArguments.Length: 1 } memory when memory.TypeArguments[0].SpecialType == SpecialType.System_Byte
                && Is(memory.OriginalDefinition, context.Symbols.ReadOnlyMemory):
                return ValueKind.Memory;
            case INamedTypeSymbol named when context.Symbols.TryGetValueKind(named, out var kind):
                return kind;
        }

        if (IsJson(type))
        {
            return ValueKind.Json;
        }

        context.Report(VariableRules.VariableTypeUnsupported, property, property.Name, CSharpNames.Message(type));
        return null;
    }

    private bool IsJson(ITypeSymbol type) => type switch
    {
        { IsRefLikeType: true } or { IsStatic: true } => false,
        { SpecialType: SpecialType.System_Object or SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => false,
        IArrayTypeSymbol array => array.Rank == 1 && (IsJson(array.ElementType) || ValueKinds.OfPrimitive(array.ElementType.SpecialType) is not null),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named =>
            !IsForeign(named) && (!FrameworkTypes.HasNoJson(named) || IsRegistered(named)),
        { TypeKind: TypeKind.Enum } => true,
        _ => false,
    };

    // Types that System.Text.Json cannot serialize, and whose use is a mistake.
    private bool IsForeign(INamedTypeSymbol type)
    {
        var symbols = context.Symbols;
        if (Is(type, symbols.Type) || Is(type, symbols.CancellationToken) || Is(type, symbols.TaskContext) || Is(type, symbols.ServiceProvider)
            || Is(type.OriginalDefinition, symbols.ValueTask) || Is(type.OriginalDefinition, symbols.ValueTaskOfResult))
        {
            return true;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, symbols.Stream) || Is(current, symbols.Task) || Is(current, symbols.Exception))
            {
                return true;
            }
        }

        return false;
    }

    // Who registers a type of the framework has a reason, such as a converter.
    private bool IsRegistered(INamedTypeSymbol type) =>
        JsonContexts.Find(owner, context) is { } own && context.Symbols.JsonContexts.RegistrationsOf(own, context.CancellationToken).Knows(type);

    // A blank name is reported at the attribute.
    private ConstantText? ObjectTypeNameOf(ITypeSymbol type) =>
        AttributeReader.Find(type, context.Symbols.ObjectTypeNameAttribute, context.CancellationToken)?.First is { } name
        && !(name.Value is { } text && string.IsNullOrWhiteSpace(text))
            ? name
            : null;

    private INamedTypeSymbol? JsonContextFor(IPropertySymbol property, ITypeSymbol type)
    {
        // A context of the user's takes precedence, because it may have options.
        if (ScalarCollections.ContextOf(type, context.Symbols.Compilation) is { } library
            && !(JsonContexts.Find(owner, context) is { } own
                && context.Symbols.JsonContexts.RegistrationsOf(own, context.CancellationToken).Knows(type)))
        {
            return library;
        }

        if (!_hasLookedForJsonContext)
        {
            _hasLookedForJsonContext = true;
            _jsonContext = JsonContexts.Find(owner, context);
            if (_jsonContext is not null && !JsonContexts.IsUsable(_jsonContext, owner, context))
            {
                // Reported above; it is not missing as well.
                return null;
            }
        }
        else if (_jsonContext is not null && !JsonContexts.IsUsable(_jsonContext, owner, context.Silent))
        {
            return null;
        }

        if (_jsonContext is null)
        {
            context.Report(JsonRules.JsonContextMissing, property, property.Name, CSharpNames.Message(type));
            return null;
        }

        if (context.Reports && !context.Symbols.JsonContexts.RegistrationsOf(_jsonContext, context.CancellationToken).Knows(type))
        {
            context.Report(JsonRules.JsonTypeNotRegistered, property, property.Name, CSharpNames.Message(type), CSharpNames.Message(_jsonContext));
        }

        return _jsonContext;
    }

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(type, other);
}
