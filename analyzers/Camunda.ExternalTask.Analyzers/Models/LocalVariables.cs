using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>Finds local variables of a task. Outputs with their name are written to them and lost with the task.</summary>
internal static class LocalVariables
{
    /// <summary>The place where the task declares a local variable that no output parameter copies; null if there is none.</summary>
    public static BpmnPosition? Losing(ModelTask task, string name)
    {
        var node = task.Node;
        if (node.Outputs.Any(output => Mentions(output.Value, name)) || node.TaskErrors.Any(error => error.Expression?.Value.Contains(name) == true))
        {
            return null;
        }

        foreach (var input in node.Inputs)
        {
            if (input.Name == name)
            {
                return input.Position;
            }
        }

        return node.MultiInstance?.ElementVariable is { } element && element.Value == name ? element.Position : null;
    }

    // An expression that mentions the name may read it, and a script in a resource may read any variable.
    private static bool Mentions(BpmnValue value, string name) =>
        value.ScriptResource is not null
        || value.Text.Contains(name)
        || value.Items.Any(item => Mentions(item, name))
        || value.Entries.Any(entry => Mentions(entry.Value, name));
}
