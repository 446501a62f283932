using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the part of an input: the variables to fetch, and the reader.</summary>
internal static class InputReaderEmitter
{
    public static SourceText Emit(InputModel input)
    {
        var contract = $"{GeneratedFile.Support}.ITaskInput<{input.Type.FullName}>";
        var writer = GeneratedFile.StartPart(input.Type, contract);
        var json = new JsonTypesEmitter(InputParser.JsonClassName, input.Properties);
        EmitDescriptor(writer, input, contract);
        writer.Line();
        EmitRead(writer, input, contract, json);
        json.EmitPrepare(writer, contract);
        json.EmitClass(writer);
        InputSettersEmitter.Emit(writer, input);
        return writer.End();
    }

    private static void EmitDescriptor(SourceWriter writer, InputModel input, string contract)
    {
        var names = new List<string>();
        var needsExtensionProperties = false;
        foreach (var property in input.Properties)
        {
            needsExtensionProperties |= property.Source == PropertySource.ExtensionProperty;
            if (property.Source == PropertySource.Variable)
            {
                names.Add(CSharpLiteral.Text(property.SourceName.Value ?? ""));
            }
        }

        var options = needsExtensionProperties ? " { IncludeExtensionProperties = true }" : "";
        writer.MarkProperty();
        writer.Line($"static {GeneratedFile.Library}.TaskInputDescriptor {contract}.Descriptor {{ get; }} = new([{string.Join(", ", names)}]){options};");
    }

    private static void EmitRead(SourceWriter writer, InputModel input, string contract, JsonTypesEmitter json)
    {
        var names = new UniqueNames("task", "variables", "input");
        var locals = InputLocal.Of(input, names);
        writer.MarkMethod();
        writer.Open($"static {input.Type.FullName} {contract}.Read({GeneratedFile.Library}.FetchedTask task)");
        if (locals.Count > 0)
        {
            foreach (var local in locals)
            {
                writer.Line(local.Declaration);
            }

            writer.Line();
            EmitLoop(writer, locals, json);
            writer.Line();
        }

        InputCreationEmitter.Emit(writer, input, locals, names);
        writer.Close();
    }

    private static void EmitLoop(SourceWriter writer, List<InputLocal> locals, JsonTypesEmitter json)
    {
        writer.Line("var variables = task.ReadVariables();");
        writer.Open("while (variables.MoveNext())");
        for (var i = 0; i < locals.Count; i++)
        {
            var name = CSharpLiteral.Text(locals[i].Property.SourceName.Value ?? "");
            writer.Open($"{(i == 0 ? "if" : "else if")} (variables.NameEquals({name}u8))");
            ValueReading.Emit(writer, locals[i], json);
            writer.Close();
        }

        writer.Close();
    }
}
