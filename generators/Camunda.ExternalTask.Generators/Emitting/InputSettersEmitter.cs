using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>
/// Writes the setters of <c>init</c> properties whose initializers apply if the variable is absent. C# sets such a property only while the object
/// is created, and has no <c>with</c> for classes.
/// </summary>
internal static class InputSettersEmitter
{
    public static bool IsNeeded(InputModel input, PropertyModel property) =>
        property is { Presence: Presence.Initializer, Assignment: Assignment.Init } && input.Type is { IsRecord: false, IsValueType: false };

    public static string Call(PropertyModel property) => $"{InputParser.SettersClassName}.Set{property.Name.TrimStart('@')}";

    public static void Emit(SourceWriter writer, InputModel input)
    {
        var properties = new List<PropertyModel>();
        foreach (var property in input.Properties)
        {
            if (IsNeeded(input, property))
            {
                properties.Add(property);
            }
        }

        if (properties.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.MarkType();
        writer.Open($"private static class {InputParser.SettersClassName}");
        for (var i = 0; i < properties.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            EmitSetter(writer, properties[i]);
        }

        writer.Close();
    }

    private static void EmitSetter(SourceWriter writer, PropertyModel property)
    {
        const string Services = "global::System.Runtime.CompilerServices";
        var value = property.Value;
        var name = property.Name.TrimStart('@');
        var type = value.IsOptional ? $"{GeneratedFile.Library}.Optional<{value.NullableTypeName}>" : value.NullableTypeName;
        writer.Line($"[{Services}.UnsafeAccessor({Services}.UnsafeAccessorKind.Method, Name = \"set_{name}\")]");
        writer.Line($"public static extern void Set{name}({property.DeclaringType} input, {type} value);");
    }
}
