using System.Net.Http.Headers;
using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Sends requests to an engine and returns what came back as a value: a refused completion is not an exception here.</summary>
/// <param name="http">The HTTP client.</param>
/// <param name="time">Measures the timeouts.</param>
/// <param name="root">The engine's root, with a slash at its end; empty if the HTTP client has it as its base address.</param>
internal sealed class EngineConnection(HttpClient http, TimeProvider time, string root = "")
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Posts a body to a call that answers nothing.</summary>
    /// <returns>Null on success.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<EngineError?> PostAsync(string path, ReadOnlyMemory<byte> body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var (error, response) = await SendAsync(HttpMethod.Post, path, body, ExpectedAnswer.Nothing, timeout, cancellationToken).ConfigureAwait(false);
        response?.Dispose();
        return error;
    }

    /// <summary>Sends a request and returns a successful response, whose body the caller reads and which the caller disposes.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public Task<(EngineError? Error, HttpResponseMessage? Response)> SendAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, ExpectedAnswer expected, TimeSpan timeout, CancellationToken cancellationToken) =>
        SendAsync(method, path, body is { } json ? new ReadOnlyMemoryContent(json) { Headers = { ContentType = Json } } : null, body ?? default, expected, timeout, cancellationToken);

    /// <summary>Sends content to a call that answers nothing. The timeout of an upload starts again with each piece that was sent.</summary>
    /// <returns>Null on success.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<EngineError?> SendContentAsync(HttpMethod method, string path, HttpContent content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var (error, response) = await SendAsync(method, path, content, json: default, ExpectedAnswer.Nothing, timeout, cancellationToken).ConfigureAwait(false);
        response?.Dispose();
        return error;
    }

    /// <param name="method">The method.</param>
    /// <param name="path">The path below the engine's root.</param>
    /// <param name="content">The body, or null.</param>
    /// <param name="json">The body's text, if it is JSON: it may explain what the engine refuses.</param>
    /// <param name="expected">What the engine answers to this call.</param>
    /// <param name="timeout">How long to wait for the response's headers.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    private async Task<(EngineError? Error, HttpResponseMessage? Response)> SendAsync(
        HttpMethod method, string path, HttpContent? content, ReadOnlyMemory<byte> json, ExpectedAnswer expected, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(timeout, time);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token) : null;
        var token = linked?.Token ?? deadline.Token;
        using var request = new HttpRequestMessage(method, root + path) { Content = content };
        (content as UploadContent)?.Postpone(deadline, timeout);

        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
            var error = response.IsSuccessStatusCode
                ? await AnswerCheck.FaultOfAsync(response, method, path, expected, token).ConfigureAwait(false)
                : await EngineErrorReader.ReadAsync(response, time, token).ConfigureAwait(false);
            if (error is null)
            {
                return (null, response);
            }

            response.Dispose();
            return (json.IsEmpty ? error : LongStrings.Explain(error, json.Span), null);
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
            return (TransportError.Of(exception), null);
        }
    }
}
