using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>Variables of a task's own scope, which take what a worker writes under their name and are gone with the task.</summary>
internal static class LocalVariables
{
    /// <summary>Where the task declares a local variable that nothing hands on; null if it has none of the name.</summary>
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

    // Whatever mentions the name may read it; a script in a resource may read anything.
    private static bool Mentions(BpmnValue value, string name) =>
        value.ScriptResource is not null
        || value.Text.Contains(name)
        || value.Items.Any(item => Mentions(item, name))
        || value.Entries.Any(entry => Mentions(entry.Value, name));
}
