using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes the members of the request that sets and deletes variables of a process instance or an execution.</summary>
internal static class ModificationWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, TypedValue> variables, IReadOnlyCollection<string>? deletions, EngineDateFormat dateFormat)
    {
        json.WriteStartObject("modifications"u8);
        new VariableWriter(json, dateFormat).WriteAll(variables);
        json.WriteEndObject();
        if (deletions is null)
        {
            return;
        }

        json.WriteStartArray("deletions"u8);
        foreach (var name in deletions)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }
}
