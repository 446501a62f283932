using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>The calls of a worker. Errors are values. Two pipelines carry them, so that results never wait behind a long poll.</summary>
internal sealed class EngineGateway(EngineConnection polling, EngineConnection settling, GatewayOptions options)
{
    private const int MaxListed = 500;

    private readonly ExternalTaskCalls _calls = new(options.DateFormat);
    private readonly FileContentClient _contents = new(settling, options.RequestTimeout);

    public Task<PollAnswer> PollAsync(WorkerPoll poll, byte[] topics, string[] topicNames, CancellationToken cancellationToken)
    {
        var terms = new FetchTerms(poll.WorkerId, poll.MaxTasks, options.UsePriority, options.CreateTimeOrder, poll.Timeout);
        return AskForTasksAsync(polling, _calls.FetchAndLock(terms, topics), poll.Timeout + options.PollSlack, topicNames, poll.MaxTasks, cancellationToken);
    }

    /// <exception cref="EngineOutputException">The result cannot be written.</exception>
    public Task<EngineError?> SettleAsync(WorkerTask task, CancellationToken cancellationToken)
    {
        EngineCall call;
        try
        {
            call = _calls.Settle(task.Fetched.TaskId, task.Delivery!.SentAs, TraceVariable.AddTo(task.Settlement!, options.TraceVariable, task.Run?.TraceParent));
            StringLimit.Check(call.Body!.Written, options.MaxStringLength);
        }
        catch (Exception exception)
        {
            throw new EngineOutputException($"The result cannot be written: {exception.Message}", exception);
        }

        return settling.SendAsync(call, options.RequestTimeout, cancellationToken);
    }

    /// <summary>Asks for a task. An incident keeps its task, and a failure that the model turns into a BPMN error does not.</summary>
    public Task<EngineError?> FindAsync(string taskId) => settling.SendAsync(_calls.Get(taskId), options.RequestTimeout, CancellationToken.None);

    /// <summary>Extends a lock for a handler.</summary>
    public Task<EngineError?> ExtendLockAsync(LockedTask task, TimeSpan duration, CancellationToken cancellationToken) =>
        settling.SendAsync(ExternalTaskCalls.ExtendLock(task.TaskId, task.WorkerId, duration), options.RequestTimeout, cancellationToken);

    /// <summary>Sends the pending lock call of a task: extends its lock, or locks it again.</summary>
    public Task<EngineError?> LockAsync(WorkerTask task, bool isRelock)
    {
        var (id, duration) = (task.Fetched.TaskId, task.Lock.CallDuration);
        var call = isRelock ? ExternalTaskCalls.Lock(id, task.Lock.CallAs, duration) : ExternalTaskCalls.ExtendLock(id, task.Lock.CallAs, duration);
        return settling.SendAsync(call, AtMost(task.Lock.CallTimeout), CancellationToken.None);
    }

    /// <summary>Sets variables of a task's process instance, or of its own scope.</summary>
    /// <exception cref="VariableException">A value must not be sent.</exception>
    public Task<EngineError?> SetVariablesAsync(FetchedTask task, bool isLocal, IReadOnlyDictionary<string, TypedValue> variables, CancellationToken cancellationToken)
    {
        var owner = isLocal ? VariableOwner.Execution(task.ExecutionId) : VariableOwner.ProcessInstance(task.ProcessInstanceId);
        return settling.SendAsync(new VariableCalls(options.DateFormat, _contents).Modify(owner, variables, deletions: null), options.RequestTimeout, cancellationToken);
    }

    /// <summary>Sets the lock of a task that the worker does not process; the engine refuses it if another worker id holds the lock.</summary>
    public Task<EngineError?> ExtendLockAsync(LockedTask task, TimeSpan duration) =>
        settling.SendAsync(ExternalTaskCalls.ExtendLock(task.TaskId, task.WorkerId, duration), AtMost(task.Timeout), CancellationToken.None);

    /// <summary>Locks a task that the worker does not process; the engine refuses it if another worker id holds a lock.</summary>
    public Task<EngineError?> LockAsync(LockedTask task, TimeSpan duration) =>
        settling.SendAsync(ExternalTaskCalls.Lock(task.TaskId, task.WorkerId, duration), AtMost(task.Timeout), CancellationToken.None);

    /// <summary>Removes the lock of a task that the worker does not process.</summary>
    public Task<EngineError?> UnlockAsync(LockedTask task) => settling.SendAsync(ExternalTaskCalls.Unlock(task.TaskId), AtMost(task.Timeout), CancellationToken.None);

    /// <summary>Lists locked tasks: those of one worker id, or those of a topic.</summary>
    public Task<PollAnswer> ListLockedAsync(string? workerId, string? topic, TimeSpan timeout)
    {
        var query = new ExternalTaskQuery { Locked = true, WorkerId = workerId, TopicName = workerId is null ? topic : null };
        return AskForTasksAsync(settling, _calls.List(query, 0, MaxListed), AtMost(timeout), [], MaxListed, CancellationToken.None);
    }

    private TimeSpan AtMost(TimeSpan timeout) => timeout < options.RequestTimeout ? timeout : options.RequestTimeout;

    /// <summary>Sends a call that answers a list of tasks. Of an answer that breaks off it takes the tasks that have arrived.</summary>
    private async Task<PollAnswer> AskForTasksAsync(
        EngineConnection connection, EngineCall call, TimeSpan timeout, string[] topicNames, int maxTasks, CancellationToken cancellationToken)
    {
        using var owned = call;
        var (error, response) = await connection.OpenAsync(call, timeout, cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            return new([], null, error);
        }

        using (response)
        {
            using var splitter = new TaskSplitter(topicNames, options.DateFormat, options.MaxResponseBytes);
            using var body = await ResponseBody.ReadAsync(
                response.Content, options.MaxResponseBytes, options.BodyTimeout, options.Time, cancellationToken, splitter).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return ReadTasks(response, body, splitter, topicNames, maxTasks);
        }
    }

    private PollAnswer ReadTasks(HttpResponseMessage response, ResponseBody body, TaskSplitter splitter, string[] topicNames, int maxTasks)
    {
        var tasks = splitter.Tasks;
        var error = body.Failure switch
        {
            null => null,
            JsonException malformed => UnreadableAnswer.Malformed(malformed, response.Content.Headers.ContentType),
            var failure => UnreadableAnswer.Incomplete(failure, options.BodyTimeout),
        };
        try
        {
            if (body.IsInPieces)
            {
                splitter.ThrowIfTruncated();
            }
            else if (body.IsTooLong)
            {
                splitter.Add(body.Bytes);
            }
            else
            {
                FetchedTaskReader.Read(body.Bytes, topicNames, tasks, options.DateFormat);
            }
        }
        catch (JsonException exception)
        {
            error ??= UnreadableAnswer.Malformed(exception, response.Content.Headers.ContentType);
        }

        foreach (var task in tasks)
        {
            task.Contents = _contents;
        }

        // Of several tasks the first may be small, if the response was not read up to the limit.
        var isOversized = body.IsTooLong && tasks.Count == 0 && (!body.IsPrefix || maxTasks == 1);
        return new(tasks, response.Headers.Date, error)
        {
            Oversized = isOversized ? FetchedTaskReader.ReadCutOff(splitter.CutOff, topicNames, options.DateFormat) : null,
            WasRepeated = response.RequestMessage is { } request && RequestMark.TimesSent(request) > 1,
        };
    }
}
