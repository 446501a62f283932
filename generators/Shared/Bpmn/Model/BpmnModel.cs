using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>The content of a <c>.bpmn</c> file that workers need. Models of equal files are equal.</summary>
internal sealed record BpmnModel
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The target product that the modeler has written, such as <c>Camunda Platform</c>, or null.</summary>
    public string? ExecutionPlatform { get; init; }

    public string? ExecutionPlatformVersion { get; init; }

    public EquatableArray<BpmnProcess> Processes { get; init; }

    public EquatableArray<BpmnError> Errors { get; init; }

    public EquatableArray<BpmnMessage> Messages { get; init; }

    public EquatableArray<BpmnSignal> Signals { get; init; }

    public EquatableArray<BpmnProblem> Problems { get; init; }

    /// <summary>The root error that a reference refers to, or null if there is none.</summary>
    public BpmnError? FindError(string? errorRef)
    {
        foreach (var error in Errors)
        {
            if (error.Id == errorRef)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>
    /// The code that a reference catches or throws: that of the root error, or the reference itself if no root error has that id. Null catches every code.
    /// </summary>
    public string? ErrorCodeOf(string? errorRef) => FindError(errorRef) is { } error ? error.Code?.Value : errorRef;

    /// <summary>All flow nodes of all processes, those of nested subprocesses after their subprocess.</summary>
    public IEnumerable<BpmnFlowNode> AllNodes()
    {
        foreach (var process in Processes)
        {
            foreach (var node in process.Body.AllNodes())
            {
                yield return node;
            }
        }
    }
}
