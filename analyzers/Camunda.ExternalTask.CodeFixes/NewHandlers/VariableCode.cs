using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>The C# types that variables are read into.</summary>
internal static class VariableCode
{
    public const string Text = "string";
    public const string Boolean = "bool";
    public const string Long = "long";
    public const string Double = "double";
    public const string Date = "global::System.DateTimeOffset";
    public const string Json = "global::System.Text.Json.JsonElement";
    public const string Bytes = "byte[]";
    public const string File = "global::Camunda.ExternalTask.CamundaFile";
    public const string Texts = "global::System.Collections.Generic.IReadOnlyList<string>";
    public const string TextsByName = "global::System.Collections.Generic.IReadOnlyDictionary<string, string>";

    /// <summary>The property for what is known about a variable. A text can hold nearly every value, so it is the type of an unknown one.</summary>
    public static NewProperty Of(string variable, VariableFact fact)
    {
        var isNullable = !fact.IsPresent || (fact.Types & VariableTypes.Null) != 0;
        return (fact.Types & ~VariableTypes.Null) switch
        {
            VariableTypes.Boolean => new(variable, Boolean, isNullable),
            VariableTypes.Integer => new(variable, Long, isNullable),
            VariableTypes.Double or VariableTypes.Integer | VariableTypes.Double => new(variable, Double, isNullable),
            VariableTypes.String => new(variable, Text, isNullable),
            VariableTypes.Date => new(variable, Date, isNullable),
            VariableTypes.Bytes => new(variable, Bytes, isNullable),
            VariableTypes.File => new(variable, File, isNullable),
            VariableTypes.Json or VariableTypes.Object or VariableTypes.Json | VariableTypes.Object => new(variable, Json, isNullable),
            _ => new(variable, Text, IsNullable: true),
        };
    }

    /// <summary>The property for a form field; null for a type of the engine's own.</summary>
    public static NewProperty? Of(BpmnFormField field) => field.Type switch
    {
        "string" or "enum" => new(field.Id, Text, !field.IsRequired),
        "long" => new(field.Id, Long, !field.IsRequired),
        "boolean" => new(field.Id, Boolean, !field.IsRequired),
        "date" => new(field.Id, Date, !field.IsRequired),
        _ => null,
    };

    /// <summary>One property per variable, in the order of their first appearance.</summary>
    public static IReadOnlyList<NewProperty> Merge(IEnumerable<NewProperty> properties) =>
        [.. properties.GroupBy(static property => property.Variable).Select(static group => group.Aggregate(static (one, other) => one.With(other)))];
}
