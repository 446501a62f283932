namespace Camunda.ExternalTask.Http;

/// <summary>Marks requests that have left this pipeline, so that whoever throws afterwards is not taken for somebody who kept them back.</summary>
internal static class RequestMark
{
    private static readonly HttpRequestOptionsKey<bool> Sent = new("Camunda.ExternalTask.Sent");

    public static void MarkSent(HttpRequestMessage request) => request.Options.Set(Sent, true);

    public static bool WasSent(HttpRequestMessage request) => request.Options.TryGetValue(Sent, out var sent) && sent;
}
