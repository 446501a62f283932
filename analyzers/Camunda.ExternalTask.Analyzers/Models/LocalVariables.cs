using System;
using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>A local variable of an activity: an input parameter, or a variable of a multi-instance activity.</summary>
/// <param name="Owner">The activity. The variable ends with it.</param>
/// <param name="Position">Where the model declares it.</param>
internal sealed record LocalVariable(ModelTask Owner, BpmnPosition Position);

/// <summary>Finds the scope that the engine writes a variable to: the innermost one that has it.</summary>
internal static class LocalVariables
{
    private static readonly string[] LoopVariables = ["loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances"];

    /// <summary>The local variable that receives an output of a task and is lost with its activity; null if the output is kept or may be read before.</summary>
    /// <param name="task">The task.</param>
    /// <param name="name">The variable.</param>
    /// <param name="mayRead">Whether a handler may read the variable.</param>
    public static LocalVariable? Losing(ModelTask task, string name, Func<ModelTask, bool> mayRead)
    {
        if (Receiving(task, name) is not { } local || local.Owner.Node.Outputs.Any(output => VariableReads.MayRead(output.Value, name)))
        {
            return null;
        }

        if (local.Owner.Node.Id == task.Node.Id)
        {
            return task.Node.TaskErrors.Any(error => VariableReads.MayRead(error.Expression?.Value, name)) ? null : local;
        }

        // Within a subprocess, later steps may read it.
        return VariableReads.MayRead(local.Owner.Node, name) || ModelTask.AllIn(local.Owner).Any(step => step.Node.Id != task.Node.Id && mayRead(step)) ? null : local;
    }

    /// <summary>The local variable that receives a variable of a BPMN error, and is lost because the error ends its activity.</summary>
    /// <param name="task">The task that reports the error.</param>
    /// <param name="name">The variable.</param>
    /// <param name="last">The outermost activity that the error ends.</param>
    public static LocalVariable? LosingError(ModelTask task, string name, ModelTask last)
    {
        if (Receiving(task, name) is not { } local)
        {
            return null;
        }

        foreach (var scope in ScopesOf(task))
        {
            if (scope.Node.Id == local.Owner.Node.Id)
            {
                return local;
            }

            if (scope.Node.Id == last.Node.Id)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The local variable of the innermost activity that has one with the name; null if the engine writes to the process.</summary>
    public static LocalVariable? Receiving(ModelTask task, string name)
    {
        foreach (var scope in ScopesOf(task))
        {
            if (PositionOf(scope.Node, name) is { } position)
            {
                return new(scope, position);
            }
        }

        return null;
    }

    /// <summary>The parallel multi-instance activity whose instances all write the variable to one place outside of it; null if there is none.</summary>
    public static ModelTask? Overwriting(ModelTask task, string name)
    {
        foreach (var scope in ScopesOf(task))
        {
            if (PositionOf(scope.Node, name) is not null)
            {
                return null;
            }

            if (scope.Node.MultiInstance is { IsSequential: false })
            {
                return scope;
            }
        }

        return null;
    }

    /// <summary>The task and the subprocesses around it, innermost first.</summary>
    private static IEnumerable<ModelTask> ScopesOf(ModelTask task)
    {
        for (var current = task; current is not null; current = current.Container)
        {
            yield return current;
        }
    }

    private static BpmnPosition? PositionOf(BpmnFlowNode node, string name)
    {
        foreach (var input in node.Inputs)
        {
            if (input.Name == name)
            {
                return input.Position;
            }
        }

        if (node.MultiInstance is not { } loop)
        {
            return null;
        }

        return loop.ElementVariable is { } element && element.Value == name ? element.Position
            : LoopVariables.Contains(name) ? loop.Position
            : null;
    }
}
