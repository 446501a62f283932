using Camunda.ExternalTask.Generators.Constants;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the constants of a BPMN model, in the global namespace, so every file of the project sees them.</summary>
internal static class ConstantsEmitter
{
    public static SourceText Emit(BpmnConstantsModel model, string className)
    {
        var writer = GeneratedFile.Start();
        writer.Line($"/// <summary>The names in {Xml.Escape(model.FileName)}.</summary>");
        writer.Line(GeneratedFile.Hidden);
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"internal static class {className}");
        var isFirst = true;
        foreach (var group in model.Groups)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            EmitGroup(writer, group);
        }

        return writer.End();
    }

    private static void EmitGroup(SourceWriter writer, ConstantGroup group)
    {
        writer.Line($"/// <summary>{Xml.Escape(group.Summary)}</summary>");
        writer.Open($"public static class {group.Name}");
        for (var i = 0; i < group.Constants.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            var constant = group.Constants[i];
            var documentation = constant.Documentation.Length > 0 ? Xml.Escape(constant.Documentation) : $"<c>{Xml.Escape(constant.Value)}</c>";
            writer.Line($"/// <summary>{documentation}</summary>");
            writer.Line($"public const string {CSharpNames.Identifier(constant.Name)} = {CSharpLiteral.Text(constant.Value)};");
        }

        writer.Close();
    }
}
