using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>The calls a worker makes, over two pipelines, so that results never wait behind a long poll.</summary>
internal sealed class EngineGateway(EngineConnection polling, EngineConnection settling, GatewayOptions options)
{
    private const int MaxListed = 500;

    private readonly FetchBody _fetchBody = new(options.UsePriority, options.CreateTimeOrder);
    private readonly VariableContents _contents = new(settling, options.RequestTimeout);

    public async Task<PollAnswer> PollAsync(WorkerPoll poll, byte[] topics, string[] topicNames, CancellationToken cancellationToken)
    {
        using var body = RequestBuffer.Rent();
        _fetchBody.Write(body.Json, poll, topics);
        var (error, response) = await polling.SendAsync(
            HttpMethod.Post, "external-task/fetchAndLock", body.Written, ExpectedAnswer.Json, poll.Timeout + options.PollSlack, cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            return new([], null, error);
        }

        using (response)
        {
            return await ReadTasksAsync(response, topicNames, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <exception cref="EngineOutputException">The result cannot be written.</exception>
    public async Task<EngineError?> SettleAsync(WorkerTask task, CancellationToken cancellationToken)
    {
        var settlement = task.Settlement!;
        using var body = RequestBuffer.Rent();
        try
        {
            SettlementBody.Write(body, task.Delivery!.SentAs, settlement, options.DateFormat);
        }
        catch (Exception exception)
        {
            throw new EngineOutputException($"The result cannot be written: {exception.Message}", exception);
        }

        return await settling.PostAsync(
            PathOf(task.Fetched.TaskId, SettlementBody.PathOf(settlement.Kind)), body.Written, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Extends a lock, or takes it again.</summary>
    public async Task<EngineError?> LockAsync(string taskId, string workerId, bool isRelock, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var body = RequestBuffer.Rent();
        body.Json.WriteStartObject();
        body.Json.WriteString("workerId"u8, workerId);
        body.Json.WriteNumber(isRelock ? "lockDuration"u8 : "newDuration"u8, (long)duration.TotalMilliseconds);
        body.Json.WriteEndObject();
        body.Json.Flush();
        return await settling.PostAsync(
            PathOf(taskId, isRelock ? "lock" : "extendLock"), body.Written, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets variables of a task's process instance, or of its own scope.</summary>
    /// <exception cref="VariableException">A value must not be sent.</exception>
    public async Task<EngineError?> SetVariablesAsync(FetchedTask task, bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken)
    {
        using var body = RequestBuffer.Rent();
        body.Json.WriteStartObject();
        ModificationBody.Write(body.Json, variables, deletions: null, options.DateFormat);
        body.Json.WriteEndObject();
        body.Json.Flush();
        var path = isLocal ? $"execution/{RequestCheck.Segment(task.ExecutionId)}/localVariables" : $"process-instance/{RequestCheck.Segment(task.ProcessInstanceId)}/variables";
        return await settling.PostAsync(path, body.Written, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
    }

    public Task<EngineError?> UnlockAsync(string taskId, CancellationToken cancellationToken) =>
        settling.PostAsync(PathOf(taskId, "unlock"), "{}"u8.ToArray(), options.RequestTimeout, cancellationToken);

    /// <summary>Lists locked tasks: those of one worker id, or those of a topic.</summary>
    public async Task<PollAnswer> ListLockedAsync(string? workerId, string? topic, CancellationToken cancellationToken)
    {
        var filter = workerId is not null ? $"workerId={Uri.EscapeDataString(workerId)}" : $"topicName={Uri.EscapeDataString(topic!)}";
        var (error, response) = await settling.SendAsync(
            HttpMethod.Get, $"external-task?locked=true&maxResults={MaxListed}&{filter}", null, ExpectedAnswer.Json, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            return new([], null, error);
        }

        using (response)
        {
            return await ReadTasksAsync(response, [], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PollAnswer> ReadTasksAsync(HttpResponseMessage response, string[] topicNames, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.ReadAsync(response.Content, options.MaxResponseBytes, options.BodyTimeout, options.Time, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var tasks = new List<FetchedTask>();
        Exception? fault = null;
        try
        {
            FetchedTaskReader.Read(body.Bytes, topicNames, tasks, options.DateFormat);
        }
        catch (JsonException exception)
        {
            fault = exception;
        }

        tasks.ForEach(task => task.Contents = _contents);
        var oversized = body.IsTooLong && tasks.Count == 0 ? FetchedTaskReader.ReadCutOff(body.Bytes, topicNames, options.DateFormat) : null;
        return new(tasks, response.Headers.Date, ErrorOf(body.Failure, fault)) { Oversized = oversized };
    }

    private EngineError? ErrorOf(Exception? broken, Exception? malformed) => (broken, malformed) switch
    {
        (null, null) => null,
        (OperationCanceledException, _) => Unreadable($"The response did not end within {options.BodyTimeout.TotalSeconds:0.#} s.", broken),
        ({ } failure, _) => Unreadable($"The response broke off: {failure.Message}", failure),
        (null, { } fault) => Unreadable($"The response is not a list of tasks: {fault.Message}", fault),
    };

    private static EngineError Unreadable(string message, Exception cause) => new(0, message) { Cause = cause, IsAmbiguous = true, IsUnreadable = true };

    private static string PathOf(string taskId, string call) => $"external-task/{Uri.EscapeDataString(taskId)}/{call}";
}

/// <summary>Limits of the worker's calls.</summary>
internal sealed record GatewayOptions(TimeProvider Time)
{
    public bool UsePriority { get; init; } = true;

    public SortOrder? CreateTimeOrder { get; init; }

    /// <summary>How much longer than the engine's own timeout a poll is waited for.</summary>
    public TimeSpan PollSlack { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public long MaxResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The engine's date format; null is its default.</summary>
    public EngineDateFormat DateFormat { get; init; } = EngineDateFormat.Default;
}
