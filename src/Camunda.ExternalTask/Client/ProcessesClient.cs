using Camunda.ExternalTask.Client;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;

namespace Camunda.ExternalTask;

/// <summary>Calls that deploy models, start process instances, and send messages and signals to them.</summary>
/// <remarks>
/// No call is repeated. Starts, messages and signals are not idempotent: if an <see cref="EngineException"/> has <see cref="EngineException.IsAmbiguous"/>, the
/// engine may have carried out the call. Look for the instance, for example by a business key that is unique, before you repeat it.
/// </remarks>
public sealed partial class ProcessesClient
{
    private readonly CallSender _sender;
    private readonly ProcessCalls _calls;
    private readonly MessageCalls _messages;

    private readonly string? _traceVariable;

    internal ProcessesClient(CallSender sender, ProcessCalls calls, MessageCalls messages, string? traceVariable) =>
        (_sender, _calls, _messages, _traceVariable) = (sender, calls, messages, traceVariable);

    /// <summary>Starts an instance of the latest version of a process with typed variables (<c>POST /process-definition/key/{key}/start</c>).</summary>
    /// <typeparam name="TStart">A type with <see cref="ProcessStartAttribute"/>, which names the process.</typeparam>
    /// <param name="start">The variables.</param>
    /// <param name="businessKey">The business key; null for none.</param>
    /// <param name="tenantId">The tenant of the process; null for a process without a tenant.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may start the instance nevertheless.</param>
    /// <returns>The instance in its first wait states, or ended.</returns>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused: 404 if it has no such process. If it is ambiguous, an instance may have started.</exception>
    public Task<ProcessInstance> StartAsync<TStart>(
        TStart start, string? businessKey = null, string? tenantId = null, CancellationToken cancellationToken = default)
        where TStart : IProcessStart
    {
        ArgumentNullException.ThrowIfNull(start);
        return _sender.AskAsync(_calls.Start(TStart.ProcessDefinitionKey, tenantId, businessKey, Traced(start.WriteVariables)), cancellationToken);
    }

    /// <summary>Starts an instance of the latest version of a process (<c>POST /process-definition/key/{key}/start</c>).</summary>
    /// <param name="processDefinitionKey">The id of the process in the model.</param>
    /// <param name="variables">The variables, for example <c>new UntypedOutput { ["amount"] = 5 }</c>; null for none.</param>
    /// <param name="businessKey">The business key; null for none.</param>
    /// <param name="tenantId">The tenant of the process; null for a process without a tenant.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may start the instance nevertheless.</param>
    /// <returns>The instance in its first wait states, or ended.</returns>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused: 404 if it has no such process. If it is ambiguous, an instance may have started.</exception>
    public Task<ProcessInstance> StartAsync(
        string processDefinitionKey, ITaskOutput? variables = null, string? businessKey = null, string? tenantId = null, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(_calls.Start(processDefinitionKey, tenantId, businessKey, WriterOf(variables)), cancellationToken);

    /// <summary>Starts an instance of one version of a process (<c>POST /process-definition/{id}/start</c>).</summary>
    /// <param name="processDefinitionId">The id of the process definition.</param>
    /// <param name="variables">The variables; null for none.</param>
    /// <param name="businessKey">The business key; null for none.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may start the instance nevertheless.</param>
    /// <returns>The instance in its first wait states, or ended.</returns>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown id. If it is ambiguous, an instance may have started.</exception>
    public Task<ProcessInstance> StartByIdAsync(
        string processDefinitionId, ITaskOutput? variables = null, string? businessKey = null, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(_calls.StartById(processDefinitionId, businessKey, WriterOf(variables)), cancellationToken);

    /// <summary>Gets a running process instance (<c>GET /process-instance/{id}</c>).</summary>
    /// <param name="id">The instance's id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The instance does not exist or has ended (404).</exception>
    public Task<ProcessInstance> GetInstanceAsync(string id, CancellationToken cancellationToken = default) => _sender.AskAsync(ProcessCalls.Get(id), cancellationToken);

    /// <summary>Lists running process instances (<c>POST /process-instance</c>).</summary>
    /// <param name="query">Which instances; null: all.</param>
    /// <param name="firstResult">How many instances to skip.</param>
    /// <param name="maxResults">The maximum number of instances; positive.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<IReadOnlyList<ProcessInstance>> ListInstancesAsync(
        ProcessInstanceQuery? query = null, int firstResult = 0, int maxResults = 100, CancellationToken cancellationToken = default)
    {
        RequestCheck.Page(firstResult, maxResults);
        return _sender.AskAsync(_calls.List(query ?? new(), firstResult, maxResults), cancellationToken);
    }

    /// <summary>Counts running process instances (<c>POST /process-instance/count</c>).</summary>
    /// <param name="query">Which instances; null: all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The engine refused.</exception>
    public Task<long> CountInstancesAsync(ProcessInstanceQuery? query = null, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(_calls.Count(query ?? new()), cancellationToken);

    /// <summary>Deletes a running process instance (<c>DELETE /process-instance/{id}</c>).</summary>
    /// <param name="id">The instance's id.</param>
    /// <param name="skipCustomListeners">Whether the engine runs only its own listeners.</param>
    /// <param name="skipIoMappings">Whether the engine evaluates no output parameters, which can fail in the middle of a process.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="EngineException">The instance does not exist or has ended (404).</exception>
    public Task DeleteInstanceAsync(string id, bool skipCustomListeners = false, bool skipIoMappings = false, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(ProcessCalls.Delete(id, skipCustomListeners, skipIoMappings), cancellationToken);

    /// <summary>Deploys files together (<c>POST /deployment/create</c>).</summary>
    /// <param name="request">Name, files, tenant and filters for duplicates.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may deploy the files nevertheless.</param>
    /// <returns>The deployment; an existing one without definitions if a filter found no changes.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is no file or two of the same name.</exception>
    /// <exception cref="EngineException">The engine refused. For a model with errors, <see cref="EngineException.ModelProblems"/> has file, line, column and reason.</exception>
    public Task<DeploymentResult> DeployAsync(DeploymentRequest request, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(DeploymentCalls.Create(request), cancellationToken);

    private Action<VariableWriter>? WriterOf(ITaskOutput? variables) => Traced(variables is null ? null : variables.WriteVariables);

    private Action<VariableWriter>? Traced(Action<VariableWriter>? write) => TraceVariable.AddCurrent(_traceVariable, write);
}
