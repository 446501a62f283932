using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Contracts;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>What the handler of a topic needs, according to the models.</summary>
internal sealed record NewHandler
{
    public required string Topic { get; init; }

    /// <summary>The name of the task.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the model.</summary>
    public required string Path { get; init; }

    public required IReadOnlyList<NewProperty> Inputs { get; init; }

    public required IReadOnlyList<NewProperty> Outputs { get; init; }

    /// <summary>The codes that events of the tasks catch.</summary>
    public required IReadOnlyList<string> ErrorCodes { get; init; }

    public required bool DeserializesValues { get; init; }

    /// <summary>The handler for all tasks of a topic; null if no model has the topic.</summary>
    public static NewHandler? Of(string topic, ProjectProof proof)
    {
        var tasks = proof.Models.Tasks.Where(task => task.Topic == topic).ToList();
        if (tasks.Count == 0)
        {
            return null;
        }

        var inputs = tasks.Select(task => NewInput.Of(task, proof).ToList()).ToList();
        var codes = tasks.SelectMany(CodesOf).Distinct().Where(code => tasks.All(task => new ErrorCatching(proof.Models, code).IsCaught(task)));
        return new()
        {
            Topic = topic,
            Name = tasks[0].DisplayName,
            Path = tasks[0].File.Path,
            // A variable that only some of the tasks have is optional.
            Inputs = [.. VariableCode.Merge(inputs.SelectMany(static input => input))
                .Select(input => input with { IsNullable = input.IsNullable || !inputs.All(of => of.Any(other => other.Variable == input.Variable)) })],
            Outputs = [.. VariableCode.Merge(tasks.SelectMany(task => NewOutput.Of(task, proof)))
                .Where(output => tasks.All(task => LocalVariables.Receiving(task, output.Variable) is null))],
            ErrorCodes = [.. codes],
            DeserializesValues = tasks.Any(NewInput.HasCollection),
        };
    }

    private static IEnumerable<string> CodesOf(ModelTask task) => task.Scope.Nodes
        .Where(node => node.Kind == BpmnNodeKind.BoundaryEvent && node.AttachedToRef == task.Node.Id)
        .SelectMany(static node => node.EventDefinitions).Where(static definition => definition.Kind == BpmnEventKind.Error)
        .Select(definition => task.File.Model.ErrorCodeOf(definition.Ref?.Value)).OfType<string>()
        .Where(static code => !string.IsNullOrWhiteSpace(code) && !BpmnText.IsExpression(code));
}
