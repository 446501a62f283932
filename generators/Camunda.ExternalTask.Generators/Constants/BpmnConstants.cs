using System.Collections.Generic;
using System.IO;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The constants of BPMN models: processes, topics, error codes, messages and variables.</summary>
internal static class BpmnConstants
{
    /// <summary>The names of the groups.</summary>
    public static readonly IReadOnlyList<string> Groups = ["Processes", "Topics", "ErrorCodes", "Messages", "Variables"];

    /// <summary>The constants of a model.</summary>
    public static BpmnConstantsModel Of(BpmnModel model, string path)
    {
        var processes = new ConstantGroupBuilder("Processes", "Keys of the processes.");
        var topics = new ConstantGroupBuilder("Topics", "Topics of the external tasks.");
        var errorCodes = new ConstantGroupBuilder("ErrorCodes", "Codes of the BPMN errors.");
        var messages = new ConstantGroupBuilder("Messages", "Names of the messages.");
        var variables = new ConstantGroupBuilder("Variables", "Names of the variables that the model itself names.");

        foreach (var process in model.Processes)
        {
            processes.Add(process.Id, process.Position, process.Name, process.Documentation);
        }

        foreach (var error in model.Errors)
        {
            errorCodes.Add(error.Code, error.Name == error.Code?.Value ? null : error.Name, error.Message);
        }

        foreach (var message in model.Messages)
        {
            messages.Add(message.Name);
        }

        foreach (var node in model.AllNodes())
        {
            topics.Add(node.External?.Topic, node.Name, node.Documentation);
            AddVariables(node, variables);
        }

        var groups = new List<ConstantGroup>();
        foreach (var builder in (ConstantGroupBuilder[])[processes, topics, errorCodes, messages, variables])
        {
            if (builder.Build() is var group && !(group.Constants.IsEmpty && group.Ambiguous.IsEmpty))
            {
                groups.Add(group);
            }
        }

        return new(path, Path.GetFileName(path), groups.ToEquatableArray());
    }

    private static void AddVariables(BpmnFlowNode node, ConstantGroupBuilder variables)
    {
        var place = $"'{node.Name ?? node.Id}'";
        foreach (var input in node.Inputs)
        {
            variables.Add(input.Name, input.Position, $"Input of {place}");
        }

        foreach (var output in node.Outputs)
        {
            variables.Add(output.Name, output.Position, $"Output of {place}");
        }

        foreach (var field in node.FormFields)
        {
            variables.Add(field.Id, field.Position, field.Label, $"Form field of {place}");
        }

        foreach (var definition in node.EventDefinitions)
        {
            variables.Add(definition.CodeVariable, $"Code of the error caught by {place}");
            variables.Add(definition.MessageVariable, $"Message of the error caught by {place}");
        }

        foreach (var mapping in node.Call?.In ?? [])
        {
            variables.Add(mapping.Source, mapping.Position, $"Handed to what {place} calls");
        }

        foreach (var mapping in node.Call?.Out ?? [])
        {
            variables.Add(mapping.Target, mapping.Position, $"Handed back by what {place} calls");
        }

        variables.Add(node.ResultVariable, $"Result of {place}");
        variables.Add(node.MultiInstance?.ElementVariable, $"Element of {place}");
    }
}
