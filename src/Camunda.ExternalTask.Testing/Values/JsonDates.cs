using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Writes dates and durations as the engine does.</summary>
internal static class JsonDates
{
    public static void WriteDate(this Utf8JsonWriter writer, string name, DateTimeOffset? date, JavaDateFormat dates) =>
        writer.WriteString(name, date is { } value ? dates.Format(value) : null);

    public static void WriteDuration(this Utf8JsonWriter writer, DateTimeOffset started, DateTimeOffset? ended) =>
        writer.WriteNumberOrNull("durationInMillis", ended is { } end ? (long)(end - started).TotalMilliseconds : null);
}
