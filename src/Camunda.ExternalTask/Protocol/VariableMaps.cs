using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes objects of variables into a request.</summary>
internal static class VariableMaps
{
    /// <summary>Writes an object of variables if there is a writer.</summary>
    public static void WriteMap(this RequestBuffer body, ReadOnlySpan<byte> name, Action<VariableWriter>? write, EngineDateFormat dateFormat)
    {
        if (write is null)
        {
            return;
        }

        body.Json.WriteStartObject(name);
        write(new VariableWriter(body.Json, dateFormat));
        body.Json.WriteEndObject();
    }

    /// <summary>A writer of given variables after those of another writer; null if there are none.</summary>
    public static Action<VariableWriter>? And(this Action<VariableWriter>? first, IReadOnlyDictionary<string, TypedValue>? second) =>
        second is null ? first : variables =>
        {
            first?.Invoke(variables);
            variables.WriteAll(second);
        };
}
