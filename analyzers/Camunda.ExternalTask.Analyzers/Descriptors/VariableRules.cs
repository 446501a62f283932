using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with a property that is a variable or a fact about the task.</summary>
internal static class VariableRules
{
    public static readonly DiagnosticDescriptor VariableTypeUnsupported = new(
        RuleIds.VariableTypeUnsupported,
        "Type maps to no variable",
        "'{0}' is of type '{1}', which is no variable; use a scalar, bytes, a document or a type of your own that travels as JSON",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.VariableTypeUnsupported));

    public static readonly DiagnosticDescriptor FlagsEnumUnsupported = new(
        RuleIds.FlagsEnumUnsupported,
        "Flags enum as a variable",
        "'{0}' is of type '{1}', whose combinations have no name to travel as; use a list of values or a number",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FlagsEnumUnsupported));

    public static readonly DiagnosticDescriptor VariableNameDuplicate = new(
        RuleIds.VariableNameDuplicate,
        "Two properties are one variable",
        "'{0}' is the variable '{1}', which '{2}' is already; give one of them a name of its own with [Variable(\"name\")]",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.VariableNameDuplicate));

    public static readonly DiagnosticDescriptor VariableNameBlank = new(
        RuleIds.VariableNameBlank,
        "Variable's name is blank",
        "The variable's name of '{0}' is blank; give one, or none for the property's in camelCase",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.VariableNameBlank));

    public static readonly DiagnosticDescriptor EnumTextAmbiguous = new(
        RuleIds.EnumTextAmbiguous,
        "Two members of an enum have one text",
        "Two members of '{0}' travel as '{1}', so they cannot be told apart; give each a text of its own",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.EnumTextAmbiguous));

    public static readonly DiagnosticDescriptor OptionalNested = new(
        RuleIds.OptionalNested,
        "Optional of an optional",
        "'{0}' is of type '{1}', but absent is said by one Optional alone; use Optional<T>, or Optional<T?> for a value that may be null",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.OptionalNested));

    public static readonly DiagnosticDescriptor ConstructorParameterUnmatched = new(
        RuleIds.ConstructorParameterUnmatched,
        "Constructor's parameter has no property",
        "Parameter '{0}' has no property of its name and of type '{1}', so the input cannot be created; add the property or remove the parameter",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConstructorParameterUnmatched));

    public static readonly DiagnosticDescriptor PropertyNotSettable = new(
        RuleIds.PropertyNotSettable,
        "Property of an input cannot be set",
        "'{0}' has no setter and no constructor's parameter, so its variable is not read; add an init accessor",
        RuleCategories.Variables, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.PropertyNotSettable));

    public static readonly DiagnosticDescriptor PropertyNotReadable = new(
        RuleIds.PropertyNotReadable,
        "Property of an output cannot be read",
        "'{0}' has no getter, so its variable is not written; add a get accessor",
        RuleCategories.Variables, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.PropertyNotReadable));

    public static readonly DiagnosticDescriptor WrittenTypeInvalid = new(
        RuleIds.WrittenTypeInvalid,
        "Type cannot be written as asked",
        "'{0}' is of type '{1}', which cannot be written as {2} without loss; choose another engine type, or another type for the property",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.WrittenTypeInvalid));

    public static readonly DiagnosticDescriptor ObjectTypeNameMissing = new(
        RuleIds.ObjectTypeNameMissing,
        "Object without a Java class",
        "'{0}' is written as Object but without the Java class to read it as; set ObjectTypeName, or write it as Json",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ObjectTypeNameMissing));

    public static readonly DiagnosticDescriptor SettingWithoutEffect = new(
        RuleIds.SettingWithoutEffect,
        "Setting has no effect here",
        "'{1}' has no effect on '{0}'; remove it",
        RuleCategories.Variables, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.SettingWithoutEffect));

    public static readonly DiagnosticDescriptor DeserializesAll = new(
        RuleIds.DeserializesAll,
        "All variables are deserialized",
        "'{0}' fetches all variables and lets the engine deserialize them, so one object of a class that the engine lacks stops every fetch; take an input with the variables that are read",
        RuleCategories.Variables, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.DeserializesAll));

    public static readonly DiagnosticDescriptor FactOnOutput = new(
        RuleIds.FactOnOutput,
        "Fact about the task on an output",
        "'{0}' has [{1}], which is read from a task and never written, so it is left out; remove the property or the attribute",
        RuleCategories.Variables, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FactOnOutput));

    public static readonly DiagnosticDescriptor FactTypeMismatch = new(
        RuleIds.FactTypeMismatch,
        "Property has not the fact's type",
        "'{0}' has [{1}] but is of type '{2}'; make it '{3}'",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FactTypeMismatch));

    public static readonly DiagnosticDescriptor SourceAmbiguous = new(
        RuleIds.SourceAmbiguous,
        "Property has several sources",
        "'{0}' has more than one of [Variable], [BusinessKey], [ExtensionProperty] and [TaskFact]; keep the one it is filled from",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.SourceAmbiguous));

    public static readonly DiagnosticDescriptor ExtensionPropertyNameBlank = new(
        RuleIds.ExtensionPropertyNameBlank,
        "Extension property's name is blank",
        "The extension property's name of '{0}' is blank; give the one in the model",
        RuleCategories.Variables, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ExtensionPropertyNameBlank));
}
