using System.Net;
using System.Text;

namespace Camunda.ExternalTask.Tests.Client.Authentication;

/// <summary>A token endpoint and an engine that takes only its tokens, both answered in this process. A test says what they do.</summary>
internal sealed class AuthorizationServer
{
    private int _issued;

    public const string Secret = "canary secret/+ü";

    public List<(string? Authorization, string Form)> TokenRequests { get; } = [];

    public List<string?> EngineRequests { get; } = [];

    public Func<int, HttpResponseMessage> Issue { get; set; } = number => Answer($$"""{"access_token":"canary-token-{{number}}","token_type":"Bearer","expires_in":100}""");

    /// <summary>Whether the engine takes a token.</summary>
    public Func<string, bool> Takes { get; set; } = _ => true;

    /// <summary>Holds token requests back until it is completed; null: does not.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public static HttpResponseMessage Answer(string json, HttpStatusCode status = HttpStatusCode.OK, string mediaType = "application/json") =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, mediaType) };

    public HttpMessageHandler TokenHandler() => new Handler(async request =>
    {
        TokenRequests.Add((request.Headers.Authorization?.ToString(), await request.Content!.ReadAsStringAsync()));
        if (Gate is { } gate)
        {
            await gate.Task;
        }

        return Issue(++_issued);
    });

    public HttpMessageHandler EngineHandler() => new Handler(request =>
    {
        var token = request.Headers.Authorization?.Parameter;
        lock (EngineRequests)
        {
            EngineRequests.Add(token);
        }

        return Task.FromResult(token is not null && Takes(token) ? request.RequestUri!.AbsolutePath.EndsWith("/complete", StringComparison.Ordinal) ? Answer("", HttpStatusCode.NoContent) : Answer("[]") : Answer("", HttpStatusCode.Unauthorized));
    });

    private sealed class Handler(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request).WaitAsync(cancellationToken);
    }
}
