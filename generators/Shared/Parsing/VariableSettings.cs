using Camunda.ExternalTask.Shared.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>Applies <c>[Variable]</c> to a property.</summary>
internal static class VariableSettings
{
    /// <summary>The property as <c>[Variable]</c> has it, or null if the attribute asks for something impossible.</summary>
    public static PropertyModel? Apply(PropertyModel model, AttributeReader attribute, IPropertySymbol property, TypeRole role, ParsingContext context)
    {
        var name = attribute.HasFirst ? attribute.First : model.SourceName;
        if (name.Value is { } text && (string.IsNullOrWhiteSpace(text) || Names.HasLoneSurrogate(text)))
        {
            context.Report(DeclarationProblem.VariableNameBlank, attribute.FirstSyntax, property, property.Name);
            return null;
        }

        model = model with { SourceName = name };
        if (role == TypeRole.Input)
        {
            return model with { Strict = attribute.Flag("Strict") };
        }

        var writtenAs = (EngineType)attribute.Number("Type");
        if (writtenAs == EngineType.Default)
        {
            writtenAs = model.WrittenAs;
        }
        else if (!ValueKinds.CanBeWrittenAs(model.Value.Kind, writtenAs))
        {
            context.Report(DeclarationProblem.WrittenTypeInvalid, attribute.SyntaxOf("Type"), property, property.Name, model.Value.DisplayName, writtenAs.ToString());
            return null;
        }

        var objectTypeName = attribute.Text("ObjectTypeName");
        if (writtenAs == EngineType.Object && (objectTypeName is not { } className || (className.Value is { } classText && string.IsNullOrWhiteSpace(classText))))
        {
            context.Report(DeclarationProblem.ObjectTypeNameMissing, attribute.SyntaxOf("Type"), property, property.Name);
            return null;
        }

        return model with
        {
            WrittenAs = writtenAs,
            IsLocal = role == TypeRole.Output && attribute.Number("Scope") == 1,
            Transient = attribute.Flag("Transient"),
            ObjectTypeName = writtenAs == EngineType.Object ? objectTypeName : null,
        };
    }

    /// <summary>Reports settings that no role of a type looks at.</summary>
    public static void ReportWithoutEffect(
        AttributeReader attribute, IPropertySymbol property, INamedTypeSymbol owner, TypeRole role, PropertyModel model, ParsingContext context)
    {
        if (!context.Reports)
        {
            return;
        }

        var isInput = Has(context.Symbols.TaskInputAttribute);
        var isOutput = Has(context.Symbols.TaskOutputAttribute);
        var isWritten = isOutput || Has(context.Symbols.BpmnErrorAttribute);

        ReportIf(!isInput, "Strict");
        ReportIf(!isOutput, "Scope");
        ReportIf(!isWritten, "Type");
        ReportIf(!isWritten, "Transient");
        ReportIf(!isWritten || (EngineType)attribute.Number("Type") != EngineType.Object, "ObjectTypeName");
        ReportIf(role != TypeRole.Input && model.WrittenAs == EngineType.Default, "Transient");

        bool Has(INamedTypeSymbol? attributeClass) => AttributeReader.Find(owner, attributeClass, context.CancellationToken) is not null;

        void ReportIf(bool hasNoEffect, string setting)
        {
            if (hasNoEffect && attribute.SyntaxOf(setting) is { } place)
            {
                context.Report(DeclarationProblem.SettingWithoutEffect, place, property, property.Name, setting);
            }
        }
    }
}
