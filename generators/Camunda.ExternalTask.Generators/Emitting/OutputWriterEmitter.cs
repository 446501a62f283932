using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the part of an output: the writers of its variables.</summary>
internal static class OutputWriterEmitter
{
    private const string Contract = $"{GeneratedFile.Library}.ITaskOutput";

    public static SourceText Emit(OutputModel output)
    {
        var writer = GeneratedFile.StartPart(output.Type, Contract);
        var json = new JsonTypesEmitter(OutputParser.JsonClassName, output.Properties);
        EmitMethod(writer, "WriteVariables", output.Properties, isLocal: false, json);
        if (HasLocal(output.Properties))
        {
            writer.Line();
            EmitMethod(writer, "WriteLocalVariables", output.Properties, isLocal: true, json);
        }

        json.EmitPrepare(writer, Contract);
        json.EmitClass(writer);
        return writer.End();
    }

    private static void EmitMethod(SourceWriter writer, string name, EquatableArray<PropertyModel> properties, bool isLocal, JsonTypesEmitter json)
    {
        writer.MarkMethod();
        writer.Open($"void {Contract}.{name}({GeneratedFile.Library}.VariableWriter variables)");
        ValueWriting.EmitAll(writer, properties, isLocal, json);
        writer.Close();
    }

    private static bool HasLocal(EquatableArray<PropertyModel> properties)
    {
        foreach (var property in properties)
        {
            if (property.IsLocal)
            {
                return true;
            }
        }

        return false;
    }
}
