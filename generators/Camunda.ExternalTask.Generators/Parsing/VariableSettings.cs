using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Applies <c>[Variable]</c> to a property.</summary>
internal static class VariableSettings
{
    /// <summary>The property with the settings of <c>[Variable]</c>, or null if they are not valid.</summary>
    public static PropertyModel? Apply(PropertyModel model, AttributeReader attribute, IPropertySymbol property, TypeRole role, ParsingContext context)
    {
        var name = attribute.HasFirst ? attribute.First : model.SourceName;
        if (name.Value is { } text && (string.IsNullOrWhiteSpace(text) || CSharpNames.HasLoneSurrogate(text)))
        {
            context.Report(VariableRules.VariableNameBlank, attribute.FirstSyntax, property, property.Name);
            return null;
        }

        model = model with { SourceName = name };
        if (role == TypeRole.Input)
        {
            return model with { Strict = model.Value.Kind != ValueKind.Converted && attribute.Flag("Strict") };
        }

        model = model with { IsLocal = role == TypeRole.Output && attribute.Number("Scope") == 1, Transient = attribute.Flag("Transient") };
        return model.Value.Kind == ValueKind.Converted ? model : WithType(model, attribute, property, context);
    }

    /// <summary>Reports settings that have no effect in any role of the type.</summary>
    public static void ReportWithoutEffect(
        AttributeReader attribute, IPropertySymbol property, INamedTypeSymbol owner, TypeRole role, PropertyModel model, ParsingContext context)
    {
        if (!context.Reports)
        {
            return;
        }

        var isInput = Has(context.Symbols.TaskInputAttribute);
        var isOutput = Has(context.Symbols.TaskOutputAttribute);
        var isWritten = isOutput || Has(context.Symbols.BpmnErrorAttribute) || ProcessPayloadParser.IsPayload(owner, context);

        var isConverted = model.Value.Kind == ValueKind.Converted;
        var isObject = (EngineType)attribute.Number("Type") is var type && (type == EngineType.Default ? model.Value.ObjectTypeName is not null : type == EngineType.Object);

        ReportIf(!isInput || isConverted, "Strict");
        ReportIf(!isOutput, "Scope");
        ReportIf(!isWritten || isConverted, "Type");
        ReportIf(!isWritten, "Transient");
        ReportIf(!isWritten || isConverted || !isObject, "ObjectTypeName");
        ReportIf(role != TypeRole.Input && model.Value.Kind == ValueKind.TypedValue, "Transient");

        bool Has(INamedTypeSymbol? attributeClass) => AttributeReader.Find(owner, attributeClass, context.CancellationToken) is not null;

        void ReportIf(bool hasNoEffect, string setting)
        {
            if (hasNoEffect && attribute.SyntaxOf(setting) is { } place)
            {
                context.Report(VariableRules.SettingWithoutEffect, place, property, property.Name, setting);
            }
        }
    }

    private static PropertyModel? WithType(PropertyModel model, AttributeReader attribute, IPropertySymbol property, ParsingContext context)
    {
        var writtenAs = (EngineType)attribute.Number("Type") is var type && type != EngineType.Default ? type : model.WrittenAs;
        if (writtenAs != model.WrittenAs && !ValueKinds.CanBeWrittenAs(model.Value.Kind, writtenAs))
        {
            context.Report(VariableRules.WrittenTypeInvalid, attribute.SyntaxOf("Type"), property, property.Name, model.Value.DisplayName, writtenAs.ToString());
            return null;
        }

        var objectTypeName = attribute.Text("ObjectTypeName") ?? model.ObjectTypeName;
        if (writtenAs == EngineType.Object && (objectTypeName is not { } className || (className.Value is { } classText && string.IsNullOrWhiteSpace(classText))))
        {
            context.Report(VariableRules.ObjectTypeNameMissing, attribute.SyntaxOf("Type") ?? attribute.SyntaxOf("ObjectTypeName"), property, property.Name);
            return null;
        }

        return model with { WrittenAs = writtenAs, ObjectTypeName = writtenAs == EngineType.Object ? objectTypeName : null };
    }
}
