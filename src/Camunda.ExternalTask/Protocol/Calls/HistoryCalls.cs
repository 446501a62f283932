using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>The calls of <c>/history/external-task-log</c>.</summary>
/// <param name="dateFormat">The engine's format of dates.</param>
internal sealed class HistoryCalls(EngineDateFormat dateFormat)
{
    private const string Log = "history/external-task-log";

    /// <param name="query">Which entries.</param>
    /// <param name="firstResult">How many to skip.</param>
    /// <param name="maxResults">How many to list.</param>
    public EngineCall<IReadOnlyList<ExternalTaskLogEntry>> ListLog(ExternalTaskLogQuery query, int firstResult, int maxResults) => new(
        "log of tasks",
        null,
        null,
        HttpMethod.Get,
        $"{Log}{query.ToQuery(("firstResult", firstResult), ("maxResults", maxResults))}{query.OrderQuery}",
        answer => ExternalTaskLogEntry.ReadAll(answer, dateFormat));

    /// <param name="query">Which entries; its order does not matter.</param>
    public static EngineCall<long> CountLog(ExternalTaskLogQuery query) =>
        new("count of the log of tasks", null, null, HttpMethod.Get, $"{Log}/count{query.ToQuery()}", JsonAnswers.Count);

    /// <param name="entryId">The entry's id.</param>
    public EngineCall<ExternalTaskLogEntry> GetLog(string entryId) =>
        new("get", "log entry", entryId, HttpMethod.Get, $"{Log}/{RequestCheck.Segment(entryId)}", answer => ExternalTaskLogEntry.Read(answer, dateFormat));

    /// <param name="entryId">The entry's id.</param>
    public static EngineCall<string?> LogErrorDetails(string entryId) =>
        new("error details", "log entry", entryId, HttpMethod.Get, $"{Log}/{RequestCheck.Segment(entryId)}/error-details", JsonAnswers.PlainText, ExpectedAnswer.Text);
}
