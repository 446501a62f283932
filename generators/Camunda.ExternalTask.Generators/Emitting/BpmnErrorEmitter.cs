using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the part of a BPMN error: its base type, its code, and the writer of its variables.</summary>
internal static class BpmnErrorEmitter
{
    private const string Contract = $"{GeneratedFile.Library}.ITaskOutput";

    public static SourceText Emit(BpmnErrorModel error)
    {
        var json = new JsonTypesEmitter(OutputParser.JsonClassName, error.Properties);
        var writer = GeneratedFile.StartPart(error.Type, BaseTypes(error, json));

        writer.Line("/// <inheritdoc/>");
        writer.MarkProperty();
        writer.Line($"public override string ErrorCode => {CSharpLiteral.Text(error.Code.Value ?? "")};");
        if (error.Message?.Value is { } message)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.MarkProperty();
            writer.Line($"public override string? ErrorMessage => {CSharpLiteral.Text(message)};");
        }

        if (!error.Properties.IsEmpty)
        {
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.MarkMethod();
            writer.Line(GeneratedFile.NotSuggested);
            writer.Open($"public override void WriteVariables({GeneratedFile.Library}.VariableWriter variables)");
            writer.Line("base.WriteVariables(variables);");
            ValueWriting.EmitAll(writer, error.Properties, isLocal: false, json, isFirst: false);

            writer.Close();
        }

        json.EmitPrepare(writer, Contract, error.BaseError);
        json.EmitClass(writer);
        return writer.End();
    }

    private static string BaseTypes(BpmnErrorModel error, JsonTypesEmitter json)
    {
        const string Error = $"{GeneratedFile.Library}.BpmnError";
        return error.HasBase ? (json.IsEmpty ? "" : Contract) : json.IsEmpty ? Error : $"{Error}, {Contract}";
    }
}
