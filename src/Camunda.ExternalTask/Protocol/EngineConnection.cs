using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Sends calls to an engine and returns errors as values: a refused completion is not an exception here.</summary>
/// <param name="http">The HTTP client.</param>
/// <param name="time">Measures the timeouts.</param>
/// <param name="root">The engine's root, which ends in a slash; empty if it is the base address of the HTTP client.</param>
internal sealed class EngineConnection(HttpClient http, TimeProvider time, string root = "")
{
    /// <summary>Sends a call that answers nothing, and disposes of it.</summary>
    /// <returns>Null on success.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<EngineError?> SendAsync(EngineCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var owned = call;
        var (error, response) = await OpenAsync(call, timeout, cancellationToken).ConfigureAwait(false);
        response?.Dispose();
        return error;
    }

    /// <summary>Sends a call, reads its answer and disposes of the call.</summary>
    /// <returns>The answer, or the error.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<(EngineError? Error, T? Answer)> AskAsync<T>(EngineCall<T> call, CallLimits limits, CancellationToken cancellationToken)
    {
        using var owned = call;
        var (error, response) = await OpenAsync(call, limits.Timeout, cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            return (error, default);
        }

        using (response)
        {
            using var body = await ResponseBody.ReadAsync(
                response.Content, limits.MaxBytes, limits.BodyTimeout, time, cancellationToken).ConfigureAwait(false);
            if (body.Failure is { } failure)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return (UnreadableAnswer.Incomplete(failure, limits.BodyTimeout), default);
            }

            try
            {
                return (null, call.Read(body.Bytes));
            }
            catch (Exception exception)
            {
                return (UnreadableAnswer.Malformed(exception, response.Content.Headers.ContentType), default);
            }
        }
    }

    /// <summary>Sends a call and returns a successful response. The caller reads its body, then disposes of response and call.</summary>
    /// <param name="call">The call. The deadline of an upload restarts with each piece that was sent.</param>
    /// <param name="timeout">How long to wait for the response's headers.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<(EngineError? Error, HttpResponseMessage? Response)> OpenAsync(EngineCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(timeout, time);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token) : null;
        var token = linked?.Token ?? deadline.Token;
        using var request = new HttpRequestMessage(call.Method, root + call.Path)
        {
            Content = call.CreateContent(),
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        (request.Content as UploadContent)?.Postpone(deadline, timeout);

        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
            var error = response.IsSuccessStatusCode
                ? await AnswerCheck.FaultOfAsync(response, call, token).ConfigureAwait(false)
                : await EngineErrorReader.ReadAsync(response, time, token).ConfigureAwait(false);
            if (error is null)
            {
                return (null, response);
            }

            response.Dispose();
            if (RequestMark.TimesSent(request) > 1)
            {
                // The error answers the last attempt of a handler that repeats requests; the engine may have carried out an earlier one.
                error = error with { IsAmbiguous = true };
            }

            return (call.Body is { } body ? LongStrings.Explain(error, body.Written) : error, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (PipelineException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            var callback = deadline.CallbackFailure is { } failure ? $" A callback on the request's token threw {failure.GetType().Name}." : "";
            return (new EngineError(0, $"No answer within {timeout.TotalSeconds:0.#} s.{callback}") { Cause = deadline.CallbackFailure ?? exception, IsAmbiguous = true }, null);
        }
        catch (Exception exception)
        {
            var error = TransportError.Of(exception);
            return (error with { Message = ResponseText.Neutralize(SentSecrets.RemoveFrom(error.Message, request)) }, null);
        }
    }
}
