using System.Buffers;
using System.Net.Http.Headers;
using Camunda.ExternalTask.Http.Interceptors;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Sends requests to an engine and answers what came back, as a value: a refused completion is no exception here.</summary>
internal sealed class EngineConnection(HttpClient http, TimeProvider time)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Posts a body and drops the answer's.</summary>
    /// <returns>Null on success.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<EngineError?> PostAsync(string path, ReadOnlyMemory<byte> body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var (error, response) = await SendAsync(HttpMethod.Post, path, body, timeout, cancellationToken).ConfigureAwait(false);
        response?.Dispose();
        return error;
    }

    /// <summary>Sends a request and hands over a successful answer, whose body is still to be read and which the caller disposes.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<(EngineError? Error, HttpResponseMessage? Response)> SendAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, TimeSpan timeout, CancellationToken cancellationToken) =>
        SendAsync(method, path, body is { } json ? new ReadOnlyMemoryContent(json) { Headers = { ContentType = Json } } : null, body ?? default, timeout, cancellationToken);

    /// <summary>Sends a request with any content; that of an upload may take as long as it goes on.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<(EngineError? Error, HttpResponseMessage? Response)> SendContentAsync(
        HttpMethod method, string path, HttpContent content, TimeSpan timeout, CancellationToken cancellationToken) =>
        SendAsync(method, path, content, json: default, timeout, cancellationToken);

    /// <summary>Reads a whole body into a rented buffer, up to a bound.</summary>
    /// <returns>The buffer, to be returned to the shared pool, and how much of it is the body.</returns>
    /// <exception cref="InvalidDataException">The body is longer than the bound.</exception>
    public static async Task<(byte[] Buffer, int Length)> ReadBodyAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(content.Headers.ContentLength ?? 0, 16 * 1024, maxBytes));
        var length = 0;
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length, maxBytes);
                }

                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return (buffer, length);
                }

                length += read;
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    /// <param name="method">The method.</param>
    /// <param name="path">The path below the base address.</param>
    /// <param name="content">The body, or null.</param>
    /// <param name="json">The same as text, if it is JSON: what the engine refuses may be explained by it.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<(EngineError? Error, HttpResponseMessage? Response)> SendAsync(
        HttpMethod method, string path, HttpContent? content, ReadOnlyMemory<byte> json, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token) : null;
        var token = linked?.Token ?? deadline.Token;
        using var request = new HttpRequestMessage(method, path) { Content = content };
        (content as UploadContent)?.Postpone(deadline, timeout);

        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return (null, response);
            }

            using (response)
            {
                var error = await EngineErrorReader.ReadAsync(response, time, token).ConfigureAwait(false);
                return (json.IsEmpty ? error : LongStrings.Explain(error, json.Span), null);
            }
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
            return (new EngineError(0, $"No answer within {timeout.TotalSeconds:0.#} s.") { Cause = exception, IsAmbiguous = true }, null);
        }
        catch (Exception exception)
        {
            return (TransportError.Of(exception), null);
        }
    }

    private static byte[] Grow(byte[] buffer, int length, long maxBytes)
    {
        if (length >= maxBytes)
        {
            throw new InvalidDataException($"The answer is longer than the {maxBytes:N0} bytes that are allowed.");
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * length, maxBytes + 1));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
