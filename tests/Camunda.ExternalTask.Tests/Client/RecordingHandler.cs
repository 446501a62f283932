using System.Net;
using System.Text;
using Camunda.ExternalTask.Tests.Security;

namespace Camunda.ExternalTask.Tests.Client;

/// <summary>Keeps what was sent and answers what it was told to.</summary>
internal sealed class RecordingHandler(HttpStatusCode status = HttpStatusCode.NoContent, string answer = "", string mediaType = "application/json") : HttpMessageHandler
{
    public List<(string Call, string Body)> Sent { get; } = [];

    public Func<HttpRequestMessage, string?>? Route { get; init; }

    public ExternalTaskClient Client(TimeProvider? time = null) =>
        new(
        new HttpClient(this)
        {
            BaseAddress = new("http://engine/engine-rest"),
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestHeaders = { { "X-Api-Key", CanaryWatch.HeaderSecret } },
        },
        new() { WorkerId = "w1" },
        time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add(($"{request.Method} {request.RequestUri!.PathAndQuery}", body));
        var routed = Route?.Invoke(request);
        return new(routed is null ? status : HttpStatusCode.OK) { Content = new StringContent(routed ?? answer, Encoding.UTF8, mediaType) };
    }
}
