using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Properties of an input that are facts about the task instead of variables.</summary>
internal static class FactParser
{
    /// <summary>The property as its attribute has it, or null if its type does not fit.</summary>
    public static PropertyModel? Apply(PropertyModel model, PropertyAttributes attributes, IPropertySymbol property, ParsingContext context)
    {
        var (source, name, kind) = attributes switch
        {
            { BusinessKey: not null } => (PropertySource.BusinessKey, new ConstantText("BusinessKey"), ValueKind.String),
            { ExtensionProperty: { } extension } => (PropertySource.ExtensionProperty, extension.First, ValueKind.String),
            { TaskFact: { } fact } => OfFact(fact, context),
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
            context.Report(VariableRules.FactTypeMismatch, property, property.Name, attributes.FactName!, CSharpNames.Message(property.Type), TypeOf(kind));
            return null;
        }

        return model with { Source = source, SourceName = name };
    }

    private static (PropertySource Source, ConstantText Name, ValueKind Kind) OfFact(AttributeReader attribute, ParsingContext context)
    {
        // The facts have the names of the task's properties.
        var name = default(ConstantText);
        if (context.Symbols.TaskFact is { } facts)
        {
            foreach (var member in facts.GetMembers())
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

        return (PropertySource.Fact, name, kind);
    }

    private static string TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.Int64 => "long",
        ValueKind.Int32 => "int?",
        ValueKind.DateTimeOffset => "DateTimeOffset?",
        _ => "string",
    };
}
