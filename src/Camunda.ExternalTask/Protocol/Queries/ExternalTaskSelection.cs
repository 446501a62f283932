using System.Text.Json;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Queries;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>Tasks to administer at once, said in one or several ways; the engine takes those of all ways together. At least one is needed.</summary>
/// <remarks>A query without any restriction selects all tasks there are; an empty list throws an <see cref="ArgumentException"/>, since the engine reads it as one. If the ways select no task at all, the engine answers 400.</remarks>
public sealed record ExternalTaskSelection
{
    /// <summary>The tasks with these ids; not empty.</summary>
    public IReadOnlyCollection<string>? TaskIds { get; init => field = FilterCheck.List(value); }

    /// <summary>The tasks of these process instances; not empty.</summary>
    public IReadOnlyCollection<string>? ProcessInstanceIds { get; init => field = FilterCheck.List(value); }

    /// <summary>The tasks that a list with this query would show; its sorting does not matter.</summary>
    public ExternalTaskQuery? Tasks { get; init; }

    /// <summary>The tasks of the running process instances of this query.</summary>
    public ProcessInstanceQuery? ProcessInstances { get; init; }

    /// <summary>The tasks of the process instances that the history finds with this query.</summary>
    public HistoricProcessInstanceQuery? HistoricProcessInstances { get; init; }

    /// <exception cref="ArgumentException">Nothing is selected.</exception>
    internal void Check()
    {
        if (TaskIds is null && ProcessInstanceIds is null && Tasks is null && ProcessInstances is null && HistoricProcessInstances is null)
        {
            throw new ArgumentException("Nothing says which tasks are meant.", "which");
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
            ExternalTaskQueryBody.Write(json, Tasks, withSorting: false, dateFormat);
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
