using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses the properties of a type for one of its roles.</summary>
internal sealed class PropertyParser(INamedTypeSymbol owner, TypeRole role, IMethodSymbol? constructor, ParsingContext context)
{
    private readonly ValueParser _values = new(owner, context);
    private readonly bool _isOnlyWritten = role != TypeRole.Input
        && AttributeReader.Find(owner, context.Symbols.TaskInputAttribute, context.CancellationToken) is null;

    /// <summary>The properties in the order of declaration, or null if one of them is not valid.</summary>
    public EquatableArray<PropertyModel>? Parse()
    {
        var models = new List<PropertyModel>();
        var isFine = true;
        foreach (var property in PropertyCollector.Of(owner, role, context))
        {
            var parameter = ParameterOf(property);
            var attributes = PropertyAttributes.Of(property, parameter ?? PositionalParameterOf(property), context);
            if (!Counts(property, parameter, attributes))
            {
                continue;
            }

            if (Parse(property, parameter, attributes) is { } model)
            {
                isFine &= IsNameFree(model, property, models);
                models.Add(model);
            }
            else
            {
                isFine = false;
            }
        }

        return isFine ? models.ToEquatableArray() : null;
    }

    private PropertyModel? Parse(IPropertySymbol property, IParameterSymbol? parameter, PropertyAttributes attributes)
    {
        if (attributes.Count > 1)
        {
            context.Report(VariableRules.SourceAmbiguous, property, property.Name);
            return null;
        }

        ReportConverters(property, attributes);
        if ((attributes.TaskAttribute is null ? _values.Parse(property, attributes.Converter) : _values.ParseTaskProperty(property)) is not { } value)
        {
            return null;
        }

        var model = new PropertyModel
        {
            Name = CSharpNames.Identifier(property.Name),
            SourceName = JsonSettings.NameOf(property, context) ?? new(CSharpNames.CamelCase(property.Name)),
            Value = value,
            IsObsolete = ObsoleteUses.Is(property, context) || value.EnumMembers.Any(static member => member.IsObsolete),
            WrittenAs = role == TypeRole.Input ? EngineType.Default : value.ObjectTypeName is null ? ValueKinds.DefaultType(value.Kind) : EngineType.Object,
            ObjectTypeName = role == TypeRole.Input ? null : value.ObjectTypeName,
        };

        if (role == TypeRole.Input)
        {
            model = WithAssignment(model, property, parameter);
        }

        if (attributes.TaskAttribute is not null)
        {
            return TaskPropertyParser.Apply(model, attributes, property, context);
        }

        model = model with { IsCorrelationKey = role == TypeRole.Payload && attributes.CorrelationKey is not null };
        if (attributes.Variable is not null)
        {
            VariableSettings.ReportWithoutEffect(attributes.Variable, property, owner, role, model, context);
            if (VariableSettings.Apply(model, attributes.Variable, property, role, context) is not { } applied)
            {
                return null;
            }

            model = applied;
        }

        // After the settings, which can change the engine type.
        return model.IsCorrelationKey && !CorrelationKeys.Check(model, attributes.CorrelationKey!, property, owner, context) ? null : model;
    }

    private void ReportConverters(IPropertySymbol property, PropertyAttributes attributes)
    {
        if (context.Reports && attributes.Converter is { } converter)
        {
            ConverterChecks.ReportSecond(attributes.Converters, property.Name, property, context);
            if (attributes.TaskAttribute is not null)
            {
                context.Report(VariableRules.SettingWithoutEffect, converter.FirstSyntax, property, property.Name, "VariableConverter");
            }
        }
    }

    // Whether a property is read or written at all.
    private bool Counts(IPropertySymbol property, IParameterSymbol? parameter, PropertyAttributes attributes)
    {
        if (attributes.Variable is null && JsonSettings.Ignores(property, role, parameter is not null || property.IsRequired, context))
        {
            return false;
        }

        if (role != TypeRole.Input)
        {
            if (attributes.TaskAttribute is { } attribute)
            {
                if (_isOnlyWritten)
                {
                    context.Report(VariableRules.TaskPropertyOnOutput, property, property.Name, attribute);
                }

                return false;
            }

            if (!IsAccessible(property.GetMethod))
            {
                context.Report(VariableRules.PropertyNotReadable, property, property.Name);
                return false;
            }

            return true;
        }

        if (parameter is not null || IsAccessible(property.SetMethod))
        {
            return true;
        }

        // Computed properties and constants are not variables.
        if (attributes.Count > 0 || (PropertyDefault.IsAuto(property, context) && PropertyDefault.InitializerOf(property, context) is null))
        {
            context.Report(VariableRules.PropertyNotSettable, property, property.Name);
        }

        return false;
    }

    private bool IsAccessible(IMethodSymbol? accessor) =>
        accessor is not null && context.Symbols.Compilation.IsSymbolAccessibleWithin(accessor, owner);

    private PropertyModel WithAssignment(PropertyModel model, IPropertySymbol property, IParameterSymbol? parameter)
    {
        var @default = parameter is null ? PropertyDefault.Of(property, model.Value, context) : PropertyDefault.Of(parameter, model.Value);
        return model with
        {
            Presence = @default.Presence,
            Default = @default.Expression,
            Assignment = parameter is not null ? Assignment.Constructor : property.SetMethod!.IsInitOnly ? Assignment.Init : Assignment.Set,
            ConstructorPosition = parameter?.Ordinal ?? 0,
            IsRequired = property.IsRequired && !SetsRequiredMembers(),
            DeclaringType = @default.Presence == Presence.Initializer ? CSharpNames.Code(property.ContainingType) : null,
        };
    }

    private bool SetsRequiredMembers()
    {
        if (constructor is not null)
        {
            foreach (var attribute in constructor.GetAttributes())
            {
                if (attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private IParameterSymbol? ParameterOf(IPropertySymbol property) =>
        role == TypeRole.Input && constructor is not null ? InputConstructor.ParameterOf(property, constructor) : null;

    // The attributes of a positional record are on the parameter unless they have the target "property:".
    private IParameterSymbol? PositionalParameterOf(IPropertySymbol property)
    {
        if (!owner.IsRecord || InputConstructor.PrimaryOf(property.ContainingType, context) is not { } primary)
        {
            return null;
        }

        foreach (var parameter in primary.Parameters)
        {
            if (parameter.Name == property.Name)
            {
                return parameter;
            }
        }

        return null;
    }

    private bool IsNameFree(PropertyModel model, IPropertySymbol property, List<PropertyModel> others)
    {
        foreach (var other in others)
        {
            if (model.Source == PropertySource.Variable && other.Source == PropertySource.Variable
                && model.SourceName.IsResolved && model.SourceName.Value == other.SourceName.Value)
            {
                context.Report(VariableRules.VariableNameDuplicate, property, property.Name, model.SourceName.Value!, other.Name);
                return false;
            }
        }

        return true;
    }
}
