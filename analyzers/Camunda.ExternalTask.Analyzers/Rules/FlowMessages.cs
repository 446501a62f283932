using System.Collections.Generic;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>The diagnostics of the flow analysis.</summary>
internal static class FlowMessages
{
    /// <summary>The diagnostic in the model; null for a finding that is reported in code.</summary>
    public static Diagnostic? InModel(ModelFile file, FlowGraph graph, FlowFinding finding)
    {
        var place = file.Locate(finding.Position);
        var element = finding.Element.DisplayName;
        var consequence = ConsequenceOf(graph, finding.Transaction);
        return finding.Kind switch
        {
            FlowFindingKind.VariableMissing => Diagnostic.Create(FlowRules.VariableMissing, place, finding.Text, element, finding.Variable, consequence),
            FlowFindingKind.ConditionNotBoolean => Diagnostic.Create(FlowRules.ConditionNotBoolean, place, finding.Text, element, Describe(finding.Types), consequence),
            FlowFindingKind.ConditionNull => Diagnostic.Create(FlowRules.ConditionNull, place, finding.Text, element, consequence),
            FlowFindingKind.NoFlow => Diagnostic.Create(FlowRules.NoFlow, place, element, finding.Variable, finding.Text, consequence),
            _ => null,
        };
    }

    /// <summary>The diagnostic at a handler.</summary>
    public static Diagnostic InCode(ModelFile file, FlowFinding finding, Location place)
    {
        Location[] task = [file.Locate(finding.Position)];
        var value = finding.Text is { } text ? $"the text '{text}'" : Describe(finding.Types);
        return finding.Kind == FlowFindingKind.InputMissing
            ? Diagnostic.Create(FlowRules.InputMissing, place, task, finding.Property, finding.Variable, finding.Element.DisplayName)
            : Diagnostic.Create(FlowRules.InputUnreadable, place, task, finding.Property, finding.Variable, finding.Element.DisplayName, value);
    }

    private static string ConsequenceOf(FlowGraph graph, TransactionStart transaction)
    {
        var element = graph.Find(transaction.NodeId)?.DisplayName ?? transaction.NodeId;
        return transaction.Kind switch
        {
            TransactionKind.Complete => $"the engine answers every completion of '{element}' with an error",
            TransactionKind.Job => $"the job of '{element}' fails",
            TransactionKind.Event => $"'{element}' cannot be completed",
            _ => "the process cannot be started",
        };
    }

    private static string Describe(VariableTypes types)
    {
        var names = new List<string>();
        foreach (var (type, name) in Names)
        {
            if ((types & type) != 0)
            {
                names.Add(name);
            }
        }

        return string.Join(" or ", names);
    }

    private static readonly (VariableTypes Type, string Name)[] Names =
    [
        (VariableTypes.Boolean, "Boolean"), (VariableTypes.Integer, "a whole number"), (VariableTypes.Double, "Double"), (VariableTypes.String, "String"),
        (VariableTypes.Date, "Date"), (VariableTypes.Bytes, "Bytes"), (VariableTypes.File, "File"), (VariableTypes.Json, "Json"), (VariableTypes.Xml, "Xml"),
        (VariableTypes.Object, "Object"), (VariableTypes.JavaCollection, "a Java collection"), (VariableTypes.Null, "null"),
    ];
}
