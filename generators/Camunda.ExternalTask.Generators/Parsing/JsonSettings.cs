using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>
/// Applies the attributes of System.Text.Json to variables: <c>[JsonIgnore]</c> excludes a property, and <c>[JsonPropertyName]</c> names its variable.
/// <c>[Variable]</c> takes precedence.
/// </summary>
internal static class JsonSettings
{
    // The numbers of JsonIgnoreCondition.
    private const int Never = 0;
    private const int Always = 1;
    private const int WhenWriting = 4;
    private const int WhenReading = 5;

    /// <summary>The name that an attribute sets, or null.</summary>
    public static ConstantText? NameOf(IPropertySymbol property, ParsingContext context) =>
        AttributeReader.Find(property, context.Symbols.JsonPropertyNameAttribute, context.CancellationToken) is { HasFirst: true } attribute
        && !(attribute.First.Value is { } name && string.IsNullOrWhiteSpace(name))
            ? attribute.First
            : null;

    /// <summary>Whether an attribute excludes a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="role">What the property is parsed for.</param>
    /// <param name="isNeeded">Whether the type cannot be created without the property.</param>
    /// <param name="context">Receives a condition without effect.</param>
    public static bool Ignores(IPropertySymbol property, TypeRole role, bool isNeeded, ParsingContext context)
    {
        if (AttributeReader.Find(property, context.Symbols.JsonIgnoreAttribute, context.CancellationToken) is not { } attribute)
        {
            return false;
        }

        var condition = attribute.Has("Condition") ? attribute.Number("Condition") : Always;
        var isInput = role == TypeRole.Input;
        switch (condition)
        {
            case Always or WhenWriting when !isInput:
            case Always or WhenReading when isInput && !isNeeded:
                return true;
            case Never:
            case WhenWriting or WhenReading when isInput == (condition == WhenWriting):
                return false;
            default:
                context.Report(VariableRules.SettingWithoutEffect, attribute.Place, property, property.Name, "JsonIgnore");
                return false;
        }
    }
}
