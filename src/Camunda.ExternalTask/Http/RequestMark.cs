namespace Camunda.ExternalTask.Http;

/// <summary>
/// Counts how often a request has left the pipeline. A handler that throws later did not stop the request, and a handler that repeats a poll makes the engine lock tasks twice.
/// </summary>
internal static class RequestMark
{
    private static readonly HttpRequestOptionsKey<int> Sent = new("Camunda.ExternalTask.Sent");

    public static void MarkSent(HttpRequestMessage request) => request.Options.Set(Sent, TimesSent(request) + 1);

    public static int TimesSent(HttpRequestMessage request) => request.Options.TryGetValue(Sent, out var times) ? times : 0;

    public static bool WasSent(HttpRequestMessage request) => TimesSent(request) > 0;
}
