using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for properties that map to variables or to properties of the task.</summary>
internal static class VariableRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Variables");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor VariableTypeUnsupported = Group.Error(
        "CET3001",
        "Unsupported variable type",
        "'{0}' has type '{1}', which is not a supported variable type; use a scalar, bytes, a document, or a type that can be "
        + "serialized as JSON");

    public static readonly DiagnosticDescriptor FlagsEnumUnsupported = Group.Error(
        "CET3002",
        "Flags enum cannot be a variable",
        "'{0}' has type '{1}', a flags enum whose combinations cannot be written as text; use a list of values or a number");

    public static readonly DiagnosticDescriptor VariableNameDuplicate = Group.Error(
        "CET3003",
        "Two properties map to one variable",
        "'{0}' maps to the variable '{1}', and so does '{2}'; set another name with [Variable(\"name\")]");

    public static readonly DiagnosticDescriptor VariableNameBlank = Group.Error(
        "CET3004",
        "Variable name is blank",
        "The variable name of '{0}' is blank or not valid Unicode; set a valid name, or remove it to use the property name in camelCase");

    public static readonly DiagnosticDescriptor EnumTextAmbiguous = Group.Error(
        "CET3005",
        "Two enum members have the same text",
        "Two members of '{0}' are written as '{1}', so they cannot be distinguished; give each member a different text");

    public static readonly DiagnosticDescriptor OptionalNested = Group.Error(
        "CET3006",
        "Optional is nested or nullable",
        "'{0}' has type '{1}', in which Optional is nested or nullable; use Optional<T>, or Optional<T?> for a value that can be null");

    public static readonly DiagnosticDescriptor ConstructorParameterUnmatched = Group.Error(
        "CET3007",
        "Constructor parameter has no matching property",
        "Parameter '{0}' of type '{1}' has no property with the same name and type, so the input cannot be created; add the "
        + "property or remove the parameter");

    public static readonly DiagnosticDescriptor PropertyNotSettable = Group.Warning(
        "CET3008",
        "Input property cannot be set",
        "'{0}' has no setter and no constructor parameter, so its variable is not read; add an init accessor");

    public static readonly DiagnosticDescriptor PropertyNotReadable = Group.Warning(
        "CET3009",
        "Output property cannot be read",
        "'{0}' has no getter, so its variable is not written; add a get accessor");

    public static readonly DiagnosticDescriptor WrittenTypeInvalid = Group.Error(
        "CET3010",
        "Property type cannot be written as the engine type",
        "'{0}' has type '{1}', which cannot be written as {2} without loss; choose another engine type or another property type");

    public static readonly DiagnosticDescriptor ObjectTypeNameMissing = Group.Error(
        "CET3011",
        "Object variable has no Java class name",
        "'{0}' is written as Object but has no Java class name; set ObjectTypeName, or write it as Json");

    public static readonly DiagnosticDescriptor SettingWithoutEffect = Group.Warning(
        "CET3012",
        "Setting has no effect",
        "'{1}' has no effect on '{0}'; remove the setting");

    public static readonly DiagnosticDescriptor TaskPropertyOnOutput = Group.Warning(
        "CET3013",
        "Task property on an output",
        "'{0}' has [{1}], which can be read from a task but not written, so the property is ignored; remove the property or the attribute");

    public static readonly DiagnosticDescriptor TaskPropertyTypeMismatch = Group.Error(
        "CET3014",
        "Property type does not match the task property",
        "'{0}' has [{1}] and type '{2}'; change the type to '{3}'");

    public static readonly DiagnosticDescriptor SourceAmbiguous = Group.Error(
        "CET3015",
        "Property has several sources",
        "'{0}' has more than one of [Variable], [BusinessKey], [ExtensionProperty] and [FromTask]; keep one of them");

    public static readonly DiagnosticDescriptor ExtensionPropertyNameBlank = Group.Error(
        "CET3016",
        "Name of the extension property is blank",
        "The extension property name of '{0}' is blank; use the name in the BPMN model");

    public static readonly DiagnosticDescriptor DeserializesAll = Group.Warning(
        "CET3021",
        "All variables are deserialized",
        "'{0}' fetches all variables and lets the engine deserialize them, so one object of a class that the engine does not "
        + "have fails every fetch; add an input with the variables that the handler reads");
}
