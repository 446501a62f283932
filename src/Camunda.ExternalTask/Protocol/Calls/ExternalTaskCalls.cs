using System.Text.Json;
using Camunda.ExternalTask.Protocol.Queries;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>The calls of <c>/external-task</c>: fetch, settle, lock, list.</summary>
/// <param name="dateFormat">The engine's format of dates.</param>
internal sealed class ExternalTaskCalls(EngineDateFormat dateFormat)
{
    private readonly AnswerReader<IReadOnlyList<FetchedTask>> _readTasks = answer => ReadTasks(answer, dateFormat);

    /// <param name="terms">Worker id and limits.</param>
    /// <param name="topics">The topics.</param>
    public EngineCall<IReadOnlyList<FetchedTask>> FetchAndLock(in FetchTerms terms, IEnumerable<TopicRequest> topics) => FetchAndLock(
        RequestBuffer.OfObject((terms, topics), static (body, given) => FetchRequestWriter.Write(body.Json, given.terms, given.topics)));

    /// <param name="terms">Worker id and limits.</param>
    /// <param name="topics">The topics as <see cref="TopicWriter.ToArray"/> wrote them.</param>
    public EngineCall<IReadOnlyList<FetchedTask>> FetchAndLock(in FetchTerms terms, byte[] topics) => FetchAndLock(
        RequestBuffer.OfObject((terms, topics), static (body, given) => FetchRequestWriter.Write(body.Json, given.terms, given.topics)));

    /// <summary>The call that ends a task: complete, BPMN error, failure or unlock.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="workerId">The worker id that the task is locked for.</param>
    /// <param name="settlement">The result of the task.</param>
    /// <exception cref="VariableException">The output contains a value that must not be sent.</exception>
    public EngineCall Settle(string taskId, string workerId, Settlement settlement)
    {
        if (settlement.Kind == SettlementKind.Unlock)
        {
            return Unlock(taskId);
        }

        var operation = SettlementBody.PathOf(settlement.Kind);
        return new(operation, "task", taskId, HttpMethod.Post, PathOf(taskId, operation))
        {
            Body = RequestBuffer.OfObject(
                (workerId, settlement, dateFormat),
                static (body, given) => SettlementBody.Write(body, given.workerId, given.settlement, given.dateFormat)),
        };
    }

    /// <summary>Makes the lock of a task end the given time from now.</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="workerId">The worker id that the task is locked for.</param>
    /// <param name="newDuration">How long from now; positive.</param>
    public static EngineCall ExtendLock(string taskId, string workerId, TimeSpan newDuration) =>
        new("extendLock", "task", taskId, HttpMethod.Post, PathOf(taskId, "extendLock")) { Body = LockBody("newDuration", workerId, RequestCheck.Milliseconds(newDuration)) };

    /// <summary>Locks a task (Camunda 7.15 and later).</summary>
    /// <param name="taskId">The task's id.</param>
    /// <param name="workerId">The worker id to lock the task for.</param>
    /// <param name="lockDuration">How long from now; positive.</param>
    public static EngineCall Lock(string taskId, string workerId, TimeSpan lockDuration) =>
        new("lock", "task", taskId, HttpMethod.Post, PathOf(taskId, "lock")) { Body = LockBody("lockDuration", workerId, RequestCheck.Milliseconds(lockDuration)) };

    /// <summary>Unlocks a task, whichever worker holds it.</summary>
    /// <param name="taskId">The task's id.</param>
    public static EngineCall Unlock(string taskId) =>
        new("unlock", "task", taskId, HttpMethod.Post, PathOf(taskId, "unlock")) { Body = RequestBuffer.OfObject(0, static (_, _) => { }) };

    /// <param name="taskId">The task's id.</param>
    public EngineCall<FetchedTask> Get(string taskId) =>
        new("get", "task", taskId, HttpMethod.Get, $"external-task/{RequestCheck.Segment(taskId)}", ReadTask);

    /// <param name="query">Which tasks.</param>
    /// <param name="firstResult">How many to skip.</param>
    /// <param name="maxResults">How many to list.</param>
    public EngineCall<IReadOnlyList<FetchedTask>> List(ExternalTaskQuery query, int firstResult, int maxResults) =>
        new("list of tasks", null, null, HttpMethod.Post, $"external-task?firstResult={firstResult}&maxResults={maxResults}", _readTasks)
        {
            Body = QueryBody(query, withSorting: true),
        };

    /// <param name="query">Which tasks; its sorting does not matter.</param>
    public EngineCall<long> Count(ExternalTaskQuery query) =>
        new("count of tasks", null, null, HttpMethod.Post, "external-task/count", JsonAnswers.Count)
        {
            Body = QueryBody(query, withSorting: false),
        };

    /// <param name="taskId">The task's id.</param>
    public static EngineCall<string?> ErrorDetails(string taskId) =>
        new("error details", "task", taskId, HttpMethod.Get, PathOf(taskId, "errorDetails"), JsonAnswers.PlainText, ExpectedAnswer.Text);

    /// <param name="withLockedTasks">Only topics with locked tasks.</param>
    /// <param name="withUnlockedTasks">Only topics with tasks that are not locked.</param>
    /// <param name="withRetriesLeft">Only topics with tasks that have retries left.</param>
    public static EngineCall<IReadOnlyList<string>> TopicNames(bool withLockedTasks, bool withUnlockedTasks, bool withRetriesLeft)
    {
        List<string> filters = [];
        filters.AddRange(withLockedTasks ? ["withLockedTasks=true"] : []);
        filters.AddRange(withUnlockedTasks ? ["withUnlockedTasks=true"] : []);
        filters.AddRange(withRetriesLeft ? ["withRetriesLeft=true"] : []);
        var query = filters.Count == 0 ? "" : $"?{string.Join('&', filters)}";
        return new("topic names", null, null, HttpMethod.Get, $"external-task/topic-names{query}", JsonAnswers.Texts);
    }

    private EngineCall<IReadOnlyList<FetchedTask>> FetchAndLock(RequestBuffer body) =>
        new("fetchAndLock", null, null, HttpMethod.Post, "external-task/fetchAndLock", _readTasks) { Body = body };

    private static RequestBuffer LockBody(string durationName, string workerId, long milliseconds) => RequestBuffer.OfObject(
        (durationName, workerId, milliseconds),
        static (body, given) =>
        {
            body.Json.WriteString("workerId"u8, given.workerId);
            body.Json.WriteNumber(given.durationName, given.milliseconds);
        });

    private static string PathOf(string taskId, string call) => $"external-task/{RequestCheck.Segment(taskId)}/{call}";

    private RequestBuffer QueryBody(ExternalTaskQuery query, bool withSorting) => RequestBuffer.OfObject(
        (query, withSorting, dateFormat),
        static (body, given) => ExternalTaskQueryWriter.Write(body.Json, given.query, given.withSorting, given.dateFormat));

    private FetchedTask ReadTask(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer, AnyDepth.Options);
        reader.Read();
        return FetchedTaskReader.Read(ref reader, answer, [], dateFormat);
    }

    private static List<FetchedTask> ReadTasks(ReadOnlySpan<byte> answer, EngineDateFormat dateFormat)
    {
        var tasks = new List<FetchedTask>();
        FetchedTaskReader.Read(answer, [], tasks, dateFormat);
        return tasks;
    }
}
