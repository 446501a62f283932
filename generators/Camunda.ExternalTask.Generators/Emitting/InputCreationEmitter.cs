using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes how an input is created from locals and from properties of the task.</summary>
internal static class InputCreationEmitter
{
    public static void Emit(SourceWriter writer, InputModel input, List<InputLocal> locals, UniqueNames names)
    {
        var arguments = new SortedDictionary<int, string>();
        var initializers = new List<string>();
        var later = new List<(PropertyModel Property, string Condition, string Value)>();
        foreach (var property in input.Properties)
        {
            var local = locals.Find(local => ReferenceEquals(local.Property, property));
            if (property.Assignment == Assignment.Constructor)
            {
                arguments.Add(property.ConstructorPosition, local?.Value ?? TaskPropertyReading.Value(property));
            }

            if (property.Assignment == Assignment.Constructor ? property.IsRequired : property.Presence != Presence.Initializer)
            {
                initializers.Add($"{property.Name} = {local?.Value ?? TaskPropertyReading.Value(property)},");
            }
            else if (property.Assignment != Assignment.Constructor && local is not null)
            {
                later.Add((property, $"{local.Name}.HasValue", property.Value.IsOptional ? local.Name : $"{local.Name}.Value"));
            }
            else if (property.Assignment != Assignment.Constructor)
            {
                var taskProperty = names.Take("taskProperty");
                later.Add((property, $"{TaskPropertyReading.Access(property)} is {{ }} {taskProperty}", taskProperty));
            }
        }

        EmitNew(writer, input, [.. arguments.Values], initializers, later.Count > 0);
        foreach (var (property, condition, value) in later)
        {
            writer.Line();
            writer.Open($"if ({condition})");
            writer.Line(Assign(input, property, value));
            writer.Close();
        }

        if (later.Count > 0)
        {
            writer.Line();
            writer.Line("return input;");
        }
    }

    private static void EmitNew(SourceWriter writer, InputModel input, List<string> arguments, List<string> initializers, bool isContinued)
    {
        var head = $"{(isContinued ? "var input =" : "return")} new {input.Type.FullName}";
        if (arguments.Count == 0)
        {
            head += initializers.Count == 0 ? "();" : "";
            writer.Line(head);
        }
        else
        {
            writer.Line($"{head}(");
            for (var i = 0; i < arguments.Count; i++)
            {
                var end = i < arguments.Count - 1 ? "," : initializers.Count > 0 ? ")" : ");";
                writer.Continue(arguments[i] + end);
            }
        }

        if (initializers.Count == 0)
        {
            return;
        }

        writer.Open();
        foreach (var initializer in initializers)
        {
            writer.Line(initializer);
        }

        writer.Close(";");
    }

    private static string Assign(InputModel input, PropertyModel property, string value) => property.Assignment switch
    {
        Assignment.Set => $"input.{property.Name} = {value};",
        _ when InputSettersEmitter.IsNeeded(input, property) => $"{InputSettersEmitter.Call(property)}(input, {value});",
        _ => $"input = input with {{ {property.Name} = {value} }};",
    };
}
