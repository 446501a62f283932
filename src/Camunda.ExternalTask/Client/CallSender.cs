using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Client;

/// <summary>Sends the calls of a client and throws if one fails.</summary>
/// <param name="connection">Sends the calls.</param>
/// <param name="limits">Limits of the calls.</param>
internal sealed class CallSender(EngineConnection connection, CallLimits limits)
{
    /// <summary>Sends a call that answers nothing.</summary>
    /// <exception cref="EngineException">The call failed.</exception>
    /// <exception cref="VariableException">A text is longer than the engine can read.</exception>
    public async Task SendAsync(EngineCall call, CancellationToken cancellationToken)
    {
        if (call.Body is { } body)
        {
            StringLimit.Check(body.Written, limits.MaxStringLength);
        }

        if (await connection.SendAsync(call, limits.Timeout, cancellationToken).ConfigureAwait(false) is { } error)
        {
            throw new EngineException(call.Name, error, call.Remedy?.Invoke(error));
        }
    }

    /// <summary>Sends a call and reads its answer.</summary>
    /// <exception cref="EngineException">The call failed.</exception>
    public Task<T> AskAsync<T>(EngineCall<T> call, CancellationToken cancellationToken) => AskAsync(call, limits, cancellationToken);

    /// <summary>Sends a call that the engine may hold back, and reads its answer.</summary>
    /// <exception cref="EngineException">The call failed.</exception>
    public Task<T> AskAsync<T>(EngineCall<T> call, TimeSpan holdBack, CancellationToken cancellationToken) =>
        AskAsync(call, limits with { Timeout = limits.Timeout + holdBack }, cancellationToken);

    private async Task<T> AskAsync<T>(EngineCall<T> call, CallLimits callLimits, CancellationToken cancellationToken)
    {
        if (call.Body is { } body)
        {
            StringLimit.Check(body.Written, limits.MaxStringLength);
        }

        var (error, answer) = await connection.AskAsync(call, callLimits, cancellationToken).ConfigureAwait(false);
        return error is null ? answer! : throw new EngineException(call.Name, error, call.Remedy?.Invoke(error));
    }
}
