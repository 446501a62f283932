namespace Camunda.ExternalTask.Http;

/// <summary>
/// Marks requests that have left the pipeline, so that a handler that throws later is not reported as having stopped the request.
/// </summary>
internal static class RequestMark
{
    private static readonly HttpRequestOptionsKey<bool> Sent = new("Camunda.ExternalTask.Sent");

    public static void MarkSent(HttpRequestMessage request) => request.Options.Set(Sent, true);

    public static bool WasSent(HttpRequestMessage request) => request.Options.TryGetValue(Sent, out var sent) && sent;
}
