using System.Globalization;
using System.Linq;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.CodeFixes.ModelEdits;

/// <summary>The changes of models that fixes offer.</summary>
internal static class ModelChanges
{
    private const int EventSize = 36;

    /// <summary>Maps a local variable of an activity to the scope around it.</summary>
    public static void AddOutputParameter(ModelEditor editor, XmlTag activity, string variable)
    {
        var prefix = editor.ExtensionPrefix(activity);
        var parameter = $"<{prefix}outputParameter name=\"{ModelEditor.Escape(variable)}\">${{{variable}}}</{prefix}outputParameter>";
        var mapping = $"<{prefix}inputOutput>\n\t{parameter}\n</{prefix}inputOutput>";
        var extensions = activity.Child("extensionElements");
        if (extensions?.Child("inputOutput") is { } existing)
        {
            editor.AddChild(existing, parameter);
        }
        else if (extensions is not null)
        {
            editor.AddChild(extensions, mapping);
        }
        else
        {
            var added = $"<{activity.Prefix}extensionElements>\n\t{mapping.Replace("\n", "\n\t")}\n</{activity.Prefix}extensionElements>";
            if (activity.Children.LastOrDefault(static child => child.LocalName == "documentation") is { } documentation)
            {
                editor.AddAfter(documentation, added);
            }
            else
            {
                editor.AddChild(activity, added, isFirst: true);
            }
        }
    }

    /// <summary>Makes a flow the default of its source, which a flow with a condition cannot be.</summary>
    public static void SetDefaultFlow(ModelEditor editor, XmlTag source, XmlTag flow)
    {
        editor.AddAttribute(source, "default", flow["id"]!);
        if (flow.Child("conditionExpression") is { } condition)
        {
            editor.Remove(condition);
        }
    }

    public static void SetHistoryTimeToLive(ModelEditor editor, XmlTag process, string duration) =>
        editor.AddAttribute(process, editor.ExtensionPrefix(process) + "historyTimeToLive", duration);

    /// <summary>Catches an error of an activity with a boundary event that leads to an end event, and draws both.</summary>
    public static void AddErrorEvent(ModelEditor editor, XmlTag activity, string code)
    {
        var prefix = activity.Prefix;
        var name = CSharpNames.PascalCase(code);
        var error = editor.Root.Children.FirstOrDefault(tag => tag.LocalName == "error" && tag["errorCode"] == ModelEditor.Escape(code))?["id"];
        if (error is null)
        {
            error = editor.NewId("Error_" + name);
            editor.AddBefore(
                editor.Root.Children[0], $"<{prefix}error id=\"{error}\" name=\"{ModelEditor.Escape(code)}\" errorCode=\"{ModelEditor.Escape(code)}\" />");
        }

        var (boundary, flow, end) = (editor.NewId("Event_" + name), editor.NewId("Flow_" + name), editor.NewId("End_" + name));
        editor.AddAfter(activity, string.Join("\n",
            $"<{prefix}boundaryEvent id=\"{boundary}\" name=\"{ModelEditor.Escape(code)}\" attachedToRef=\"{activity["id"]}\">",
            $"\t<{prefix}outgoing>{flow}</{prefix}outgoing>",
            $"\t<{prefix}errorEventDefinition id=\"{editor.NewId("Definition_" + name)}\" errorRef=\"{error}\" />",
            $"</{prefix}boundaryEvent>",
            $"<{prefix}endEvent id=\"{end}\">",
            $"\t<{prefix}incoming>{flow}</{prefix}incoming>",
            $"</{prefix}endEvent>",
            $"<{prefix}sequenceFlow id=\"{flow}\" sourceRef=\"{boundary}\" targetRef=\"{end}\" />"));
        Draw(editor, activity, boundary, flow, end);
    }

    // Below the right half of the activity; a model without diagram stays without.
    private static void Draw(ModelEditor editor, XmlTag activity, string boundary, string flow, string end)
    {
        var shape = editor.Root.All().FirstOrDefault(tag => tag.LocalName == "BPMNShape" && tag["bpmnElement"] == activity["id"]);
        if (shape?.Child("Bounds") is not { } bounds || !Number("x", out var x) || !Number("y", out var y) || !Number("width", out var width) || !Number("height", out var height))
        {
            return;
        }

        var left = x + width - EventSize;
        var top = y + height - (EventSize / 2);
        var center = left + (EventSize / 2);
        var endTop = top + EventSize + 64;
        var dc = bounds.Prefix;
        var di = editor.Root.All().FirstOrDefault(static tag => tag.LocalName == "waypoint")?.Prefix ?? editor.Root.PrefixOf("http://www.omg.org/spec/DD/20100524/DI");
        editor.AddAfter(shape, $"{ShapeOf(boundary, top)}\n{ShapeOf(end, endTop)}");
        if (di is not null)
        {
            editor.AddAfter(shape, string.Join("\n",
                $"<{shape.Prefix}BPMNEdge id=\"{flow}_di\" bpmnElement=\"{flow}\">",
                $"\t<{di}waypoint x=\"{Text(center)}\" y=\"{Text(top + EventSize)}\" />",
                $"\t<{di}waypoint x=\"{Text(center)}\" y=\"{Text(endTop)}\" />",
                $"</{shape.Prefix}BPMNEdge>"));
        }

        string ShapeOf(string id, double shapeTop) => string.Join("\n",
            $"<{shape.Prefix}BPMNShape id=\"{id}_di\" bpmnElement=\"{id}\">",
            $"\t<{dc}Bounds x=\"{Text(left)}\" y=\"{Text(shapeTop)}\" width=\"{EventSize}\" height=\"{EventSize}\" />",
            $"</{shape.Prefix}BPMNShape>");

        bool Number(string attribute, out double value) => double.TryParse(bounds[attribute], NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
