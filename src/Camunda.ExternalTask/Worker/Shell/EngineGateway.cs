using System.Buffers;
using System.Text.Json;
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
    private readonly VariableContents _contents = new(settling, "", options.RequestTimeout);

    public async Task<PollAnswer> PollAsync(WorkerPoll poll, byte[] topics, string[] topicNames, CancellationToken cancellationToken)
    {
        using var body = RequestBuffer.Rent();
        _fetchBody.Write(body.Json, poll, topics);
        var (error, response) = await polling.SendAsync(
            HttpMethod.Post, "external-task/fetchAndLock", body.Written, poll.Timeout + options.PollSlack, cancellationToken).ConfigureAwait(false);
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
            SettlementBody.Write(body, task.WorkerId, settlement, options.DateFormat);
        }
        catch (Exception exception)
        {
            throw new EngineOutputException($"The result cannot be written: {exception.Message}", exception);
        }

        return await settling.PostAsync(
            PathOf(task.Fetched.TaskId, SettlementBody.PathOf(settlement.Kind)), body.Written, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Extends a lock, or takes it again.</summary>
    public async Task<EngineError?> LockAsync(WorkerTask task, bool isRelock, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var body = RequestBuffer.Rent();
        body.Json.WriteStartObject();
        body.Json.WriteString("workerId"u8, task.WorkerId);
        body.Json.WriteNumber(isRelock ? "lockDuration"u8 : "newDuration"u8, (long)duration.TotalMilliseconds);
        body.Json.WriteEndObject();
        body.Json.Flush();
        return await settling.PostAsync(
            PathOf(task.Fetched.TaskId, isRelock ? "lock" : "extendLock"), body.Written, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
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
            HttpMethod.Get, $"external-task?locked=true&maxResults={MaxListed}&{filter}", null, options.RequestTimeout, cancellationToken).ConfigureAwait(false);
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
        var tasks = new List<FetchedTask>();
        var serverTime = response.Headers.Date;
        byte[]? buffer = null;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = options.Time.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), deadline, options.BodyTimeout, Timeout.InfiniteTimeSpan);
        try
        {
            (buffer, var length) = await EngineConnection.ReadBodyAsync(response.Content, options.MaxResponseBytes, deadline.Token).ConfigureAwait(false);
            FetchedTaskReader.Read(buffer.AsSpan(0, length), topicNames, tasks, options.DateFormat);
            tasks.ForEach(task => task.Contents = _contents);
            return new(tasks, serverTime, null);
        }
        catch (JsonException exception)
        {
            var mediaType = response.Content.Headers.ContentType?.MediaType;
            var message = mediaType == "application/json"
                ? $"The answer is no list of tasks: {exception.Message}"
                : $"The answer is '{mediaType}', not a list of tasks. Is the base address the engine's (it usually ends in /engine-rest)?";
            return new(tasks, serverTime, new EngineError(0, message) { Cause = exception, IsAmbiguous = true });
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException || !cancellationToken.IsCancellationRequested)
        {
            return new(tasks, serverTime, new EngineError(0, $"The answer broke off: {exception.Message}") { Cause = exception, IsAmbiguous = true });
        }
        finally
        {
            if (buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private static string PathOf(string taskId, string call) => $"external-task/{Uri.EscapeDataString(taskId)}/{call}";
}

/// <summary>What a poll or a list brought.</summary>
internal sealed record PollAnswer(IReadOnlyList<FetchedTask> Tasks, DateTimeOffset? ServerTime, EngineError? Error);

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
