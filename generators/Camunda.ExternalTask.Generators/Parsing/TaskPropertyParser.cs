using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses properties of an input that are set from properties of the task instead of variables.</summary>
internal static class TaskPropertyParser
{
    /// <summary>The property with the source that its attribute sets, or null if its type does not match.</summary>
    public static PropertyModel? Apply(PropertyModel model, PropertyAttributes attributes, IPropertySymbol property, ParsingContext context)
    {
        var (source, name, kind) = attributes switch
        {
            { BusinessKey: not null } => (PropertySource.BusinessKey, new ConstantText("BusinessKey"), ValueKind.String),
            { ExtensionProperty: { } extension } => (PropertySource.ExtensionProperty, extension.First, ValueKind.String),
            { FromTask: { } attribute } => OfTaskProperty(attribute, context),
            _ => default,
        };

        if (name.Value is { } text && string.IsNullOrWhiteSpace(text))
        {
            context.Report(VariableRules.ExtensionPropertyNameBlank, attributes.ExtensionProperty?.FirstSyntax, property, property.Name);
            return null;
        }

        if (name == default)
        {
            return null;
        }

        if (model.Value.Kind != kind || model.Value.IsOptional)
        {
            context.Report(VariableRules.TaskPropertyTypeMismatch, property, property.Name, attributes.TaskAttribute!, CSharpNames.Message(property.Type), TypeOf(kind));
            return null;
        }

        return model with { Source = source, SourceName = name };
    }

    private static (PropertySource Source, ConstantText Name, ValueKind Kind) OfTaskProperty(AttributeReader attribute, ParsingContext context)
    {
        // The members of the enum have the names of the properties.
        var name = default(ConstantText);
        if (context.Symbols.TaskProperty is { } known)
        {
            foreach (var member in known.GetMembers())
            {
                if (member is IFieldSymbol { ConstantValue: int number } && number == attribute.FirstNumber)
                {
                    name = new(member.Name);
                }
            }
        }

        var kind = name.Value switch
        {
            "Priority" => ValueKind.Int64,
            "Retries" => ValueKind.Int32,
            "CreateTime" => ValueKind.DateTimeOffset,
            _ => ValueKind.String,
        };

        return (PropertySource.TaskProperty, name, kind);
    }

    private static string TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Int64 => "long",
        ValueKind.Int32 => "int?",
        ValueKind.DateTimeOffset => "DateTimeOffset?",
        _ => "string",
    };
}
