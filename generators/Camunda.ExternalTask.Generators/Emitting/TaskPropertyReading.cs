using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the expressions that read properties of a task.</summary>
internal static class TaskPropertyReading
{
    public static string Access(PropertyModel property) => property.Source == PropertySource.ExtensionProperty
        ? $"task.GetExtensionProperty({CSharpLiteral.Text(property.SourceName.Value ?? "")})"
        : $"task.{property.SourceName.Value}";

    /// <summary>The expression for the property's value; throws if the task does not have a value that the input requires.</summary>
    public static string Value(PropertyModel property)
    {
        var access = Access(property);
        if (property.Value.IsNullable && property.Presence != Presence.Default || !MayBeAbsent(property))
        {
            return access;
        }

        return property.Presence == Presence.Default
            ? $"{access} ?? {property.Default}"
            : $"{access} ?? throw {GeneratedFile.Library}.VariableException.MissingFact({CSharpLiteral.Text(Name(property))}, {CSharpLiteral.Text(property.Value.DisplayName)})";
    }

    private static bool MayBeAbsent(PropertyModel property) => property.Source switch
    {
        PropertySource.TaskProperty => property.SourceName.Value is "ProcessDefinitionVersionTag" or "TenantId" or "Retries" or "CreateTime",
        _ => true,
    };

    private static string Name(PropertyModel property) => property.Source switch
    {
        PropertySource.BusinessKey => "business key",
        PropertySource.ExtensionProperty => $"extension property '{property.SourceName.Value}'",
        _ => property.SourceName.Value switch
        {
            "ProcessDefinitionVersionTag" => "version tag",
            "TenantId" => "tenant",
            "Retries" => "number of retries",
            _ => "creation time",
        },
    };
}
