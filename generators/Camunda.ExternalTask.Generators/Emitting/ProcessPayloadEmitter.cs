using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the part of a process start, message or signal: its name and the writers of its variables.</summary>
internal static class ProcessPayloadEmitter
{
    public static SourceText Emit(ProcessPayloadModel payload)
    {
        var (contract, name) = payload.Kind switch
        {
            ProcessPayloadKind.Start => ("IProcessStart", "ProcessDefinitionKey"),
            ProcessPayloadKind.Message => ("IProcessMessage", "MessageName"),
            _ => ("IProcessSignal", "SignalName"),
        };
        contract = $"{GeneratedFile.Library}.{contract}";
        var writer = GeneratedFile.StartPart(payload.Type, contract);
        writer.MarkProperty();
        writer.Line($"static string {contract}.{name} => {CSharpLiteral.Text(payload.Name.Value ?? "")};");

        var json = new JsonTypesEmitter(ProcessPayloadParser.JsonClassName(payload.Kind), payload.Properties);
        EmitMethod(writer, contract, "WriteVariables", payload.Properties, json);
        if (!payload.CorrelationKeys.IsEmpty)
        {
            EmitMethod(writer, contract, "WriteCorrelationKeys", payload.CorrelationKeys, json);
        }

        json.EmitClass(writer);
        return writer.End();
    }

    private static void EmitMethod(SourceWriter writer, string contract, string name, EquatableArray<PropertyModel> properties, JsonTypesEmitter json)
    {
        writer.Line();
        writer.MarkMethod();
        writer.Open($"void {contract}.{name}({GeneratedFile.Library}.VariableWriter variables)");
        ValueWriting.EmitAll(writer, properties, isLocal: false, json);
        writer.Close();
    }
}
