using Camunda.ExternalTask.Testing.Hosting;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing;

public sealed partial class InMemoryEngine
{
    /// <summary>Implements a Java class, bean, expression, script, connector or decision of the models that are deployed later.</summary>
    /// <param name="name">
    /// The name of the class; the text within <c>${…}</c> of a delegate expression or expression; the key of the decision; the id of the connector; the id of
    /// a script task; <c>task.parameter</c> for the script of a parameter; or <c>element.event</c> for the script of a listener.
    /// </param>
    /// <param name="implementation">The implementation.</param>
    public void Implement(string name, Action<DelegateExecution> implementation) => Implement(name, execution =>
    {
        implementation(execution);
        return null;
    });

    /// <summary>Implements a Java class, bean, expression, script, connector or decision that has a result.</summary>
    /// <param name="name">The name; see <see cref="Implement(string, Action{DelegateExecution})"/>.</param>
    /// <param name="implementation">The implementation. The engine stores its result in the result variable, if the model names one.</param>
    public void Implement(string name, Func<DelegateExecution, object?> implementation) => _core.Read(state =>
    {
        state.Implementations[name] = implementation;
        return true;
    });

    /// <summary>The user tasks that wait for their completion, in order of their creation.</summary>
    public IReadOnlyList<UserTaskInfo> UserTasks => _core.Read<IReadOnlyList<UserTaskInfo>>(static state =>
        [.. state.UserTasks.Values.Select(EngineInfos.Of)]);

    /// <summary>The jobs: timers, and the steps of <c>asyncBefore</c> and <c>asyncAfter</c>.</summary>
    public IReadOnlyList<JobInfo> Jobs => _core.Read<IReadOnlyList<JobInfo>>(static state => [.. state.Jobs.Values.Select(EngineInfos.Of)]);

    /// <summary>Completes a user task.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="variables">Variables by name, with values that <see cref="EngineVariable.Of"/> accepts.</param>
    /// <exception cref="EngineRequestException">There is no such task, or the process cannot continue.</exception>
    public void CompleteUserTask(string id, IReadOnlyDictionary<string, object?>? variables = null) =>
        _core.Write(work => UserTaskOperations.Complete(work, id, ValuesOf(variables)));

    /// <summary>Sets the assignee of a user task.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="userId">The user; null for none.</param>
    /// <exception cref="EngineRequestException">There is no such task, or another user has claimed it.</exception>
    public void ClaimUserTask(string id, string? userId) => _core.Write(work => UserTaskOperations.Claim(work, id, userId));

    /// <summary>Throws a BPMN error from a user task.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="code">The error code.</param>
    /// <param name="message">The error message.</param>
    /// <param name="variables">Variables by name, with values that <see cref="EngineVariable.Of"/> accepts.</param>
    /// <exception cref="EngineRequestException">There is no such task, or the process cannot continue.</exception>
    public void ThrowUserTaskError(string id, string code, string? message = null, IReadOnlyDictionary<string, object?>? variables = null) =>
        _core.Write(work => UserTaskOperations.ThrowError(work, id, code, message, ValuesOf(variables)));

    /// <summary>Sends a message to the one instance that waits for it, or starts the process that begins with it.</summary>
    /// <param name="name">The message's name.</param>
    /// <param name="businessKey">The business key of the instance; null for any.</param>
    /// <param name="variables">Variables by name, with values that <see cref="EngineVariable.Of"/> accepts.</param>
    /// <param name="correlationKeys">Variables that the instance must have.</param>
    /// <returns>The id of the instance.</returns>
    /// <exception cref="EngineRequestException">No instance or more than one waits for the message, or the process cannot continue.</exception>
    public string Correlate(
        string name,
        string? businessKey = null,
        IReadOnlyDictionary<string, object?>? variables = null,
        IReadOnlyDictionary<string, object?>? correlationKeys = null) => _core.Write(work => MessageOperations.Correlate(work, new(name)
        {
            BusinessKey = businessKey,
            Variables = ValuesOf(variables) ?? [],
            CorrelationKeys = ValuesOf(correlationKeys) ?? [],
        })[0].Instance.Id);

    /// <summary>Sends a signal to all instances that wait for it, and starts the processes that begin with it.</summary>
    /// <param name="name">The signal's name.</param>
    /// <param name="variables">Variables by name, with values that <see cref="EngineVariable.Of"/> accepts.</param>
    /// <exception cref="EngineRequestException">A process cannot continue.</exception>
    public void Signal(string name, IReadOnlyDictionary<string, object?>? variables = null) =>
        _core.Write(work => work.Interpreter.Signal(name, null, isForTenant: false, ValuesOf(variables)));

    /// <summary>Performs a job now, due or not.</summary>
    /// <param name="id">The job's id.</param>
    /// <exception cref="EngineRequestException">There is no such job, or it failed, which uses one of its retries.</exception>
    public void ExecuteJob(string id) => _core.Jobs.Execute(id);

    private static List<(string Name, EngineValue Value)>? ValuesOf(IReadOnlyDictionary<string, object?>? variables) =>
        variables?.Select(static variable => (variable.Key, EngineVariable.Of(variable.Value).ToEngineValue())).ToList();
}
