using System;
using System.Collections.Generic;
using System.IO;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The constants of BPMN models: processes, topics, error codes, messages and variables.</summary>
internal static class BpmnConstants
{
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
            processes.Add(process.Id, process.Name, process.Documentation);
        }

        foreach (var error in model.Errors)
        {
            errorCodes.Add(error.Code?.Value, error.Name == error.Code?.Value ? null : error.Name, error.Message);
        }

        foreach (var message in model.Messages)
        {
            messages.Add(message.Name?.Value);
        }

        foreach (var node in model.AllNodes())
        {
            topics.Add(node.External?.Topic?.Value, node.Name, node.Documentation);
            AddVariables(node, variables);
        }

        var groups = new List<ConstantGroup>();
        foreach (var builder in (ConstantGroupBuilder[])[processes, topics, errorCodes, messages, variables])
        {
            if (builder.Build() is { Constants.IsEmpty: false } group)
            {
                groups.Add(group);
            }
        }

        return new(path, Path.GetFileName(path), groups.ToEquatableArray());
    }

    /// <summary>The name of each file's class: <c>loan-approval.bpmn</c> has <c>LoanApprovalBpmn</c>. Files with the same name are numbered in the order of their paths.</summary>
    public static EquatableArray<ConstantsClass> ClassesOf(IEnumerable<string> paths)
    {
        var sorted = new List<string>(paths);
        sorted.Sort(StringComparer.Ordinal);
        var names = new UniqueNames();
        var classes = new List<ConstantsClass>();
        foreach (var path in sorted)
        {
            classes.Add(new(path, names.Take(CSharpNames.PascalCase(Path.GetFileNameWithoutExtension(path)) + "Bpmn")));
        }

        return classes.ToEquatableArray();
    }

    private static void AddVariables(BpmnFlowNode node, ConstantGroupBuilder variables)
    {
        var place = $"'{node.Name ?? node.Id}'";
        foreach (var input in node.Inputs)
        {
            variables.Add(input.Name, $"Input of {place}");
        }

        foreach (var output in node.Outputs)
        {
            variables.Add(output.Name, $"Output of {place}");
        }

        foreach (var field in node.FormFields)
        {
            variables.Add(field.Id, field.Label, $"Form field of {place}");
        }

        foreach (var definition in node.EventDefinitions)
        {
            variables.Add(definition.CodeVariable?.Value, $"Code of the error caught by {place}");
            variables.Add(definition.MessageVariable?.Value, $"Message of the error caught by {place}");
        }

        foreach (var mapping in node.Call?.In ?? [])
        {
            variables.Add(mapping.Source, $"Handed to what {place} calls");
        }

        foreach (var mapping in node.Call?.Out ?? [])
        {
            variables.Add(mapping.Target, $"Handed back by what {place} calls");
        }

        variables.Add(node.ResultVariable?.Value, $"Result of {place}");
        variables.Add(node.MultiInstance?.ElementVariable?.Value, $"Element of {place}");
    }
}
