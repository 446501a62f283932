using System.Diagnostics;

namespace Camunda.ExternalTask.Protocol;

/// <summary>
/// Carries a trace through a process, in a variable with the value of the header <c>traceparent</c> (W3C Trace Context): its starter and each completed task set
/// the variable, and the next task continues the trace.
/// </summary>
internal static class TraceVariable
{
    /// <summary>Adds the variable with the current activity to those of a request. Without a name or an activity, returns the writer itself.</summary>
    public static Action<VariableWriter>? AddCurrent(string? name, Action<VariableWriter>? write) =>
        name is null || Activity.Current is not { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? write : variables =>
        {
            write?.Invoke(variables);
            variables.Write(name, TypedValue.String(id));
        };

    /// <summary>Adds the variable to a completion or a BPMN error.</summary>
    public static Settlement AddTo(Settlement settlement, string? name, string? id) =>
        name is not null && id is not null && settlement.Kind is SettlementKind.Complete or SettlementKind.BpmnError
            ? settlement with { Output = new TracedOutput(settlement.Output, name, id) }
            : settlement;

    /// <summary>Returns the context that a task carries; the default value, which starts a trace, if it carries none.</summary>
    public static ActivityContext Of(FetchedTask task, string? name) =>
        name is not null && TextOf(task, name) is { } id && ActivityContext.TryParse(id, null, isRemote: true, out var context) ? context : default;

    /// <summary>A variable of another type, which somebody else has set, starts a trace and does not fail the task.</summary>
    private static string? TextOf(FetchedTask task, string name)
    {
        try
        {
            return task.Variables.TryGet<string>(name, out var text) ? text : null;
        }
        catch (VariableException)
        {
            return null;
        }
    }

    private sealed class TracedOutput(ITaskOutput? output, string name, string id) : ITaskOutput
    {
        public void WriteVariables(VariableWriter variables)
        {
            output?.WriteVariables(variables);
            variables.Write(name, TypedValue.String(id));
        }

        public void WriteLocalVariables(VariableWriter variables) => output?.WriteLocalVariables(variables);
    }
}
