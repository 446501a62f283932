using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>The local that holds a variable until the input is created.</summary>
/// <param name="Property">The property.</param>
/// <param name="Name">The local's name as in code.</param>
internal sealed record InputLocal(PropertyModel Property, string Name)
{
    /// <summary>
    /// Whether the local is an <c>Optional</c>: if absent and null differ, or if an initializer sets the value for an absent variable. Otherwise
    /// null means absent.
    /// </summary>
    public bool IsOptional => Property.Value.IsOptional
        || Property.Presence == Presence.Initializer
        || (Property.Presence == Presence.Required && Property.Value.IsNullable);

    public string Declaration
    {
        get
        {
            var value = Property.Value;
            if (IsOptional)
            {
                return $"{GeneratedFile.Library}.Optional<{value.NullableTypeName}> {Name} = default;";
            }

            return Property.Presence == Presence.Default
                ? $"{value.NullableTypeName} {Name} = {Property.Default};"
                : $"{value.TypeName}? {Name} = null;";
        }
    }

    /// <summary>The expression for the property's value; throws if the variable is required and absent.</summary>
    public string Value
    {
        get
        {
            if (Property.Presence != Presence.Required)
            {
                return Name;
            }

            var name = CSharpLiteral.Text(Property.SourceName.Value ?? "");
            var missing = $"{GeneratedFile.Library}.VariableException.Missing({name}, {CSharpLiteral.Text(Property.Value.DisplayName)})";
            return IsOptional ? $"{Name}.HasValue ? {Name}.Value : throw {missing}" : $"{Name} ?? throw {missing}";
        }
    }

    /// <summary>One local for each variable, in the order of the properties.</summary>
    public static List<InputLocal> Of(InputModel input, UniqueNames names)
    {
        var locals = new List<InputLocal>();
        foreach (var property in input.Properties)
        {
            if (property.Source == PropertySource.Variable)
            {
                var name = names.Take(CSharpNames.CamelCase(property.Name.TrimStart('@')));
                locals.Add(new(property, CSharpNames.Identifier(name)));
            }
        }

        return locals;
    }
}
