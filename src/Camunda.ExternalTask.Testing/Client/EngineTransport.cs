using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Client;

/// <summary>Sends requests and throws exceptions for errors.</summary>
internal sealed class EngineTransport(HttpClient http)
{
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);

    /// <summary>Gets a resource; null if there is none.</summary>
    public async Task<JsonElement?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (EngineRequestException exception) when (exception.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string path, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        [.. (await GetAsync(path, cancellationToken).ConfigureAwait(false)).EnumerateArray().Select(read)];

    public async Task<int> CountAsync(string path, CancellationToken cancellationToken) =>
        (await GetAsync(path, cancellationToken).ConfigureAwait(false)).GetProperty("count").GetInt32();

    public Task<JsonElement> SendJsonAsync(
        HttpMethod method,
        string path,
        Action<Utf8JsonWriter> write,
        CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(JsonBytes.Write(write));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(method, path, content, cancellationToken);
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw ErrorOf(method, path, response.StatusCode, body);
        }

        if (body.Length == 0)
        {
            return default;
        }

        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    private static EngineRequestException ErrorOf(HttpMethod method, string path, HttpStatusCode status, string body)
    {
        var (type, message, code) = ("", body, (int?)null);
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } error)
            {
                type = EngineResponses.Required(error, "type");
                message = EngineResponses.Required(error, "message");
                code = EngineResponses.Number(error, "code");
            }
        }
        catch (JsonException)
        {
            // Proxies, and the engine for some errors, return text or HTML. The message contains it unchanged.
        }

        return new(status, type, message, code, body, $"{method} {path}");
    }
}
