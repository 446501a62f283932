namespace Camunda.ExternalTask;

/// <content>Messages and signals.</content>
public sealed partial class ProcessesClient
{
    /// <summary>Sends a typed message to the instance with a business key, or starts an instance with it (<c>POST /message</c>).</summary>
    /// <typeparam name="TMessage">A type with <see cref="MessageAttribute"/>, which names the message.</typeparam>
    /// <param name="message">The variables and correlation keys.</param>
    /// <param name="businessKey">The business key; null: any, so that only the correlation keys select the instance.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may deliver the message nevertheless.</param>
    /// <returns>The receiver.</returns>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">
    /// No instance or more than one can receive the message (400, <see cref="EngineException.IsMismatchingMessage"/>), or the engine refused. If it is ambiguous, the
    /// message may have been delivered.
    /// </exception>
    public async Task<CorrelatedMessage> CorrelateAsync<TMessage>(TMessage message, string? businessKey = null, CancellationToken cancellationToken = default)
        where TMessage : IProcessMessage =>
        (await CorrelateAsync(message, new CorrelationOptions { BusinessKey = businessKey }, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Sends a typed message to process instances, or starts instances with it (<c>POST /message</c>).</summary>
    /// <typeparam name="TMessage">A type with <see cref="MessageAttribute"/>, which names the message.</typeparam>
    /// <param name="message">The variables and correlation keys.</param>
    /// <param name="options">Which instances receive it.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may deliver the message nevertheless.</param>
    /// <returns>The receivers: exactly one, unless <see cref="CorrelationOptions.All"/> is set.</returns>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">
    /// No instance or more than one can receive the message (400, <see cref="EngineException.IsMismatchingMessage"/>), or the engine refused. If it is ambiguous, the
    /// message may have been delivered.
    /// </exception>
    public Task<IReadOnlyList<CorrelatedMessage>> CorrelateAsync<TMessage>(TMessage message, CorrelationOptions options, CancellationToken cancellationToken = default)
        where TMessage : IProcessMessage
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(options);
        return _sender.AskAsync(_messages.Correlate(TMessage.MessageName, options, Traced(message.WriteVariables), message.WriteCorrelationKeys), cancellationToken);
    }

    /// <summary>Sends a message to process instances, or starts instances with it (<c>POST /message</c>).</summary>
    /// <param name="messageName">The name of the message in the model.</param>
    /// <param name="variables">The variables that it sets, for example <c>new UntypedOutput { ["amount"] = 5 }</c>; null for none.</param>
    /// <param name="options">Which instances receive it; null: the only one that waits for it.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may deliver the message nevertheless.</param>
    /// <returns>The receivers: exactly one, unless <see cref="CorrelationOptions.All"/> is set.</returns>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">
    /// No instance or more than one can receive the message (400, <see cref="EngineException.IsMismatchingMessage"/>), or the engine refused. If it is ambiguous, the
    /// message may have been delivered.
    /// </exception>
    public Task<IReadOnlyList<CorrelatedMessage>> CorrelateAsync(
        string messageName, ITaskOutput? variables, CorrelationOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.AskAsync(_messages.Correlate(messageName, options ?? new(), WriterOf(variables), null), cancellationToken);

    /// <summary>Sends a typed signal to all executions that wait for it, and starts the processes that begin with it (<c>POST /signal</c>).</summary>
    /// <typeparam name="TSignal">A type with <see cref="SignalAttribute"/>, which names the signal.</typeparam>
    /// <param name="signal">The variables.</param>
    /// <param name="options">Which executions receive it; null: all.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may deliver the signal nevertheless.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown execution. A signal without a receiver is not an error.</exception>
    public Task SignalAsync<TSignal>(TSignal signal, SignalOptions? options = null, CancellationToken cancellationToken = default)
        where TSignal : IProcessSignal
    {
        ArgumentNullException.ThrowIfNull(signal);
        return _sender.SendAsync(_messages.Signal(TSignal.SignalName, options ?? new(), Traced(signal.WriteVariables)), cancellationToken);
    }

    /// <summary>Sends a signal to all executions that wait for it, and starts the processes that begin with it (<c>POST /signal</c>).</summary>
    /// <param name="signalName">The name of the signal in the model.</param>
    /// <param name="variables">The variables that it sets; null for none.</param>
    /// <param name="options">Which executions receive it; null: all.</param>
    /// <param name="cancellationToken">Cancels the call. The engine may deliver the signal nevertheless.</param>
    /// <exception cref="VariableException">A value must not be sent. Nothing was sent.</exception>
    /// <exception cref="EngineException">The engine refused; it answers 500 to an unknown execution. A signal without a receiver is not an error.</exception>
    public Task SignalAsync(string signalName, ITaskOutput? variables, SignalOptions? options = null, CancellationToken cancellationToken = default) =>
        _sender.SendAsync(_messages.Signal(signalName, options ?? new(), WriterOf(variables)), cancellationToken);
}
