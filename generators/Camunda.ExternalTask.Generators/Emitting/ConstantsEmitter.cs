using System.Globalization;
using Camunda.ExternalTask.Generators.Constants;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the constants of a BPMN model, in the global namespace, so every file of the project sees them.</summary>
/// <remarks>
/// The documentation names the line of each value. Modelers write the diagram after the processes, so moving a shape changes no line and
/// writes no file again. An edit above a value writes this file again, and only this one.
/// </remarks>
internal static class ConstantsEmitter
{
    public static SourceText Emit(BpmnConstantsModel model, string className)
    {
        var writer = GeneratedFile.Start();
        writer.Line($"/// <summary>The names in {Xml.Escape(model.FileName)}.</summary>");
        writer.Line(GeneratedFile.Hidden);
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"internal static class {CSharpNames.TypeIdentifier(className)}");
        var isFirst = true;
        foreach (var group in model.Groups)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            EmitGroup(writer, group, model.FileName);
        }

        return writer.End();
    }

    private static void EmitGroup(SourceWriter writer, ConstantGroup group, string fileName)
    {
        writer.Line($"/// <summary>{Xml.Escape(group.Summary)}</summary>");
        if (!group.Ambiguous.IsEmpty)
        {
            var values = Xml.Escape(string.Join("', '", group.Ambiguous));
            writer.Line($"/// <remarks>There is no constant for '{values}', because another value has the same C# name.</remarks>");
        }

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
            if (constant.Line > 0)
            {
                writer.Line($"/// <remarks>{Xml.Escape(fileName)}, line {constant.Line.ToString(CultureInfo.InvariantCulture)}</remarks>");
            }

            writer.Line($"public const string {CSharpNames.Identifier(constant.Name)} = {CSharpLiteral.Text(constant.Value)};");
        }

        writer.Close();
    }
}
