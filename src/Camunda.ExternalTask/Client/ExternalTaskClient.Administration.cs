using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Client.Queries;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <content>Looking at tasks and administering them.</content>
public sealed partial class ExternalTaskClient
{
    /// <summary>A task by its id, whoever holds it; without variables, extension properties and error details.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The task; its worker id is empty if nobody has it.</returns>
    /// <exception cref="EngineException">The task is gone (<see cref="EngineException.IsGone"/>).</exception>
    public Task<FetchedTask> GetAsync(string taskId, CancellationToken cancellationToken = default) =>
        AskAsync($"task '{taskId}'", HttpMethod.Get, $"external-task/{RequestCheck.Segment(taskId)}", null, _requestTimeout, ReadTask, cancellationToken);

    /// <summary>Lists tasks, whoever holds them; without variables, extension properties and error details.</summary>
    /// <param name="query">Which tasks.</param>
    /// <param name="firstResult">How many to skip; only with a sorting is the order the same from page to page.</param>
    /// <param name="maxResults">How many to list; positive.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public async Task<IReadOnlyList<FetchedTask>> ListAsync(
        ExternalTaskQuery query, int firstResult = 0, int maxResults = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstResult);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxResults);
        using var body = QueryBody(query, withSorting: true);
        return await AskAsync(
            "list of tasks", HttpMethod.Post, $"external-task?firstResult={firstResult}&maxResults={maxResults}", body.Written, _requestTimeout, ReadTasks, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Counts tasks.</summary>
    /// <param name="query">Which tasks; the sorting does not matter.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public async Task<long> CountAsync(ExternalTaskQuery query, CancellationToken cancellationToken = default)
    {
        using var body = QueryBody(query, withSorting: false);
        return await AskAsync(
            "count of tasks", HttpMethod.Post, "external-task/count", body.Written, _requestTimeout, ReadCount, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The details of a task's last failure, whole.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The details; null if there are none.</returns>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id.</exception>
    public Task<string?> GetErrorDetailsAsync(string taskId, CancellationToken cancellationToken = default) =>
        AskAsync(
            $"error details of task '{taskId}'",
            HttpMethod.Get,
            PathOf(taskId, "errorDetails"),
            null,
            ExpectedAnswer.Text,
            _requestTimeout,
            ReadText,
            cancellationToken);

    /// <summary>The names of the topics that tasks exist for.</summary>
    /// <param name="withLockedTasks">Only topics with locked tasks.</param>
    /// <param name="withUnlockedTasks">Only topics with tasks that nobody holds.</param>
    /// <param name="withRetriesLeft">Only topics with tasks that have retries left.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<IReadOnlyList<string>> GetTopicNamesAsync(
        bool withLockedTasks = false, bool withUnlockedTasks = false, bool withRetriesLeft = false, CancellationToken cancellationToken = default)
    {
        List<string> filters = [];
        filters.AddRange(withLockedTasks ? ["withLockedTasks=true"] : []);
        filters.AddRange(withUnlockedTasks ? ["withUnlockedTasks=true"] : []);
        filters.AddRange(withRetriesLeft ? ["withRetriesLeft=true"] : []);
        var query = filters.Count == 0 ? "" : $"?{string.Join('&', filters)}";
        return AskAsync("topic names", HttpMethod.Get, $"external-task/topic-names{query}", null, _requestTimeout, ReadStrings, cancellationToken);
    }

    /// <summary>Sets how many tries a task has left. From 0 up resolves its incident and makes it fetchable.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="retries">How many; not negative.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetRetriesAsync(string taskId, int retries, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        return SendAsync(
            $"retries of task '{taskId}'", HttpMethod.Put, PathOf(taskId, "retries"), json => json.WriteNumber("retries"u8, retries), cancellationToken);
    }

    /// <summary>Sets how many tries several tasks have left, all or none of them.</summary>
    /// <param name="taskIds">Their ids; at least one.</param>
    /// <param name="retries">How many; not negative.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetRetriesAsync(IReadOnlyCollection<string> taskIds, int retries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(taskIds);
        return SetRetriesAsync(new ExternalTaskSelection { TaskIds = taskIds }, retries, cancellationToken);
    }

    /// <summary>Sets how many tries the selected tasks have left, all or none of them.</summary>
    /// <param name="which">Which tasks: by ids, process instances or queries.</param>
    /// <param name="retries">How many; not negative.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentException">Nothing says which tasks, or a list is empty.</exception>
    /// <exception cref="EngineException">The engine refused: 400 if there is no such task at all, 404 for an unknown task id.</exception>
    public Task SetRetriesAsync(ExternalTaskSelection which, int retries, CancellationToken cancellationToken = default) =>
        SendAsync("retries of several tasks", HttpMethod.Put, "external-task/retries", RetriesBody(which, retries), cancellationToken);

    /// <summary>Sets how many tries many tasks have left, as a batch in the engine.</summary>
    /// <param name="taskIds">Their ids; at least one.</param>
    /// <param name="retries">How many; not negative.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The batch's id.</returns>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<string> StartRetriesBatchAsync(IReadOnlyCollection<string> taskIds, int retries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(taskIds);
        return StartRetriesBatchAsync(new ExternalTaskSelection { TaskIds = taskIds }, retries, cancellationToken);
    }

    /// <summary>Sets how many tries the selected tasks have left, as a batch in the engine.</summary>
    /// <param name="which">Which tasks: by ids, process instances or queries; found when the batch is made.</param>
    /// <param name="retries">How many; not negative.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The batch's id.</returns>
    /// <exception cref="ArgumentException">Nothing says which tasks, or a list is empty.</exception>
    /// <exception cref="EngineException">The engine refused: 400 if there is no such task at all. An unknown task id is noticed only by the batch.</exception>
    public async Task<string> StartRetriesBatchAsync(ExternalTaskSelection which, int retries, CancellationToken cancellationToken = default)
    {
        using var body = Body(RetriesBody(which, retries));
        return await AskAsync(
            "batch of retries", HttpMethod.Post, "external-task/retries-async", body.Written, _requestTimeout, static answer => Text(answer, "id"), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Sets a task's priority.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="priority">Higher ones are fetched first.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task SetPriorityAsync(string taskId, long priority, CancellationToken cancellationToken = default) =>
        SendAsync($"priority of task '{taskId}'", HttpMethod.Put, PathOf(taskId, "priority"), json => json.WriteNumber("priority"u8, priority), cancellationToken);

    /// <summary>The engine's version, for example <c>7.24.0</c>: cheap, to see whether it is there and what it can do.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<string> GetVersionAsync(CancellationToken cancellationToken = default) =>
        AskAsync("version", HttpMethod.Get, "version", null, _requestTimeout, static answer => Text(answer, "version"), cancellationToken);

    private RequestBuffer QueryBody(ExternalTaskQuery query, bool withSorting)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Body(json => ExternalTaskQueryBody.Write(json, query, withSorting, _dateFormat));
    }

    private Action<Utf8JsonWriter> RetriesBody(ExternalTaskSelection which, int retries)
    {
        ArgumentNullException.ThrowIfNull(which);
        which.Check();
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        return json =>
        {
            json.WriteNumber("retries"u8, retries);
            which.WriteTo(json, _dateFormat);
        };
    }

    private FetchedTask ReadTask(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        reader.Read();
        return FetchedTaskReader.Read(ref reader, answer, [], _dateFormat);
    }

    private static long ReadCount(ReadOnlySpan<byte> answer) => Member(answer, "count").GetInt64();

    private static string? ReadText(ReadOnlySpan<byte> answer) => answer.IsEmpty ? null : Encoding.UTF8.GetString(answer);

    private static IReadOnlyList<string> ReadStrings(ReadOnlySpan<byte> answer)
    {
        List<string> values = [];
        var reader = new Utf8JsonReader(answer);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            values.Add(LenientText.Read(in reader));
        }

        return reader.TokenType == JsonTokenType.EndArray ? values : throw new JsonException("An array of texts was expected.");
    }

    private static string Text(ReadOnlySpan<byte> answer, string member) => Member(answer, member).GetString() ?? throw new JsonException($"'{member}' is null.");

    private static JsonElement Member(ReadOnlySpan<byte> answer, string name)
    {
        var reader = new Utf8JsonReader(answer);
        return JsonElement.ParseValue(ref reader).TryGetProperty(name, out var member) ? member : throw new JsonException($"'{name}' is missing.");
    }
}
