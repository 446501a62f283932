using System.Text.Json;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Queries;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>Selection of many tasks. The engine takes the tasks of all members together; at least one member is needed.</summary>
/// <remarks>
/// A query without restrictions selects all tasks. An empty list throws an <see cref="ArgumentException"/>, because the engine reads it as one. The engine answers 400
/// if no task is selected.
/// </remarks>
public sealed record ExternalTaskSelection
{
    /// <summary>The tasks with these ids; not empty.</summary>
    public IReadOnlyCollection<string>? TaskIds { get; init => field = FilterCheck.List(value); }

    /// <summary>The tasks of these process instances; not empty.</summary>
    public IReadOnlyCollection<string>? ProcessInstanceIds { get; init => field = FilterCheck.List(value); }

    /// <summary>The tasks that match this query; its sorting has no effect.</summary>
    public ExternalTaskQuery? Tasks { get; init; }

    /// <summary>The tasks of the running process instances that match this query.</summary>
    public ProcessInstanceQuery? ProcessInstances { get; init; }

    /// <summary>The tasks of the process instances in the history that match this query.</summary>
    public HistoricProcessInstanceQuery? HistoricProcessInstances { get; init; }

    /// <exception cref="ArgumentException">No member is set.</exception>
    internal void Check()
    {
        if (TaskIds is null && ProcessInstanceIds is null && Tasks is null && ProcessInstances is null && HistoricProcessInstances is null)
        {
            throw new ArgumentException("The selection is empty. Set at least one of its members.", "which");
        }
    }

    internal void WriteTo(Utf8JsonWriter json, EngineDateFormat dateFormat)
    {
        var query = new MemberWriter(json, dateFormat);
        query.List("externalTaskIds", TaskIds);
        query.List("processInstanceIds", ProcessInstanceIds);
        if (Tasks is not null)
        {
            json.WriteStartObject("externalTaskQuery"u8);
            ExternalTaskQueryWriter.Write(json, Tasks, withSorting: false, dateFormat);
            json.WriteEndObject();
        }

        if (ProcessInstances is not null)
        {
            json.WriteStartObject("processInstanceQuery"u8);
            ProcessInstances.WriteTo(query);
            json.WriteEndObject();
        }

        if (HistoricProcessInstances is not null)
        {
            json.WriteStartObject("historicProcessInstanceQuery"u8);
            HistoricProcessInstances.WriteTo(query);
            json.WriteEndObject();
        }
    }
}
