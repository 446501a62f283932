using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Chooses the constructor of a handler and the sources of its arguments.</summary>
internal static class HandlerConstructor
{
    public static EquatableArray<ServiceModel>? Parse(INamedTypeSymbol handler, ParsingContext context)
    {
        if (Choose(handler, context) is not { } constructor || RequiresMember(handler, context))
        {
            return null;
        }

        var services = new List<ServiceModel>();
        var isFine = true;
        foreach (var parameter in constructor.Parameters)
        {
            if (ParseService(parameter, context) is { } service)
            {
                services.Add(service with { Parameter = parameter.Name });
            }
            else
            {
                isFine = false;
            }
        }

        return isFine ? services.ToEquatableArray() : null;
    }

    // As the container chooses, but with the primary constructor before others: the marked one, the only one, the only public one.
    private static IMethodSymbol? Choose(INamedTypeSymbol handler, ParsingContext context)
    {
        IMethodSymbol? onlyPublic = null;
        var publics = 0;
        foreach (var constructor in handler.InstanceConstructors)
        {
            if (AttributeReader.Find(constructor, context.Symbols.ActivatorConstructorAttribute, context.CancellationToken) is not null)
            {
                return constructor;
            }

            if (constructor.DeclaredAccessibility == Accessibility.Public)
            {
                onlyPublic = constructor;
                publics++;
            }
        }

        if (InputConstructor.PrimaryOf(handler, context) is { } primary)
        {
            return primary;
        }

        if (handler.InstanceConstructors.Length == 1 || publics == 1)
        {
            return onlyPublic ?? handler.InstanceConstructors[0];
        }

        // A static class has no constructor and is reported for being static.
        if (handler.InstanceConstructors.Length > 1)
        {
            context.Report(DeclarationRules.ConstructorAmbiguous, handler, CSharpNames.Message(handler), handler.InstanceConstructors.Length.ToString());
        }

        return null;
    }

    private static bool RequiresMember(INamedTypeSymbol handler, ParsingContext context)
    {
        for (var current = handler; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    context.Report(DeclarationRules.HandlerMemberRequired, member, CSharpNames.Message(handler), member.Name);
                    return true;
                }
            }
        }

        return false;
    }

    private static ServiceModel? ParseService(IParameterSymbol parameter, ParsingContext context)
    {
        var type = parameter.Type;
        if (type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        var isService = type is { IsRefLikeType: false, TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate or TypeKind.Array }
            && type.SpecialType is not (SpecialType.System_String or SpecialType.System_Object)
            && !SymbolEqualityComparer.Default.Equals(type, context.Symbols.TaskContext);
        var typeName = CSharpNames.Code(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        var isOptional = parameter.HasExplicitDefaultValue || type.NullableAnnotation == NullableAnnotation.Annotated;
        var keyed = FromKeyedServices(parameter, context);
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            isService = false;
            keyed = null;
        }

        if (SymbolEqualityComparer.Default.Equals(type, context.Symbols.ServiceProvider))
        {
            return new(ServiceKind.Provider, typeName);
        }

        if (keyed is not null && isService | type.IsReferenceType)
        {
            return new(ServiceKind.KeyedService, typeName, keyed, isOptional);
        }

        if (isService)
        {
            return new(ServiceKind.Service, typeName, IsOptional: isOptional);
        }

        if (parameter.HasExplicitDefaultValue)
        {
            return new(ServiceKind.Default, typeName, Default: CSharpLiteral.Of(parameter.ExplicitDefaultValue, type));
        }

        context.Report(DeclarationRules.ConstructorParameterUnsupported, parameter, parameter.Name, CSharpNames.Message(type));
        return null;
    }

    private static string? FromKeyedServices(IParameterSymbol parameter, ParsingContext context)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (context.Symbols.FromKeyedServicesAttribute is not { } attributeClass
                || !SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass))
            {
                continue;
            }

            if (attribute.ConstructorArguments.Length == 0 || attribute.ConstructorArguments[0].Kind == TypedConstantKind.Error)
            {
                return "null";
            }

            return attribute.ConstructorArguments[0] switch
            {
                { Kind: TypedConstantKind.Type, Value: ITypeSymbol keyType } => $"typeof({CSharpNames.Code(keyType)})",
                { IsNull: false, Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum, Type: { } keyType } key => CSharpLiteral.Of(key.Value, keyType),
                _ => "null",
            };
        }

        return null;
    }
}
