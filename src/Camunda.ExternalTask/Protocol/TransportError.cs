using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Makes an <see cref="EngineError"/> of an exception of the transport or of an interceptor.</summary>
internal static class TransportError
{
    public static EngineError Of(Exception exception) => exception switch
    {
        HttpRequestException http => new(0, Describe(http)) { Cause = http, IsAmbiguous = MayHaveBeenSent(http.HttpRequestError) },
        PipelineException ours => new(0, ours.Message) { Cause = ours.InnerException, IsAmbiguous = ours.WasSent, RetryAfter = ours.RetryAfter },
        IOException io => new(0, $"The connection broke: {io.Message}") { Cause = io, IsAmbiguous = true },
        _ => new(0, $"The request was not sent, an interceptor failed: {PipelineException.Describe(exception)}") { Cause = PipelineException.SafeCause(exception) },
    };

    private static bool MayHaveBeenSent(HttpRequestError error) => error is not
        (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    private static string Describe(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"The host name of the engine is unknown. Check the base address. {exception.Message}",
        HttpRequestError.ConnectionError => $"No server answers at the engine's address. Check that the engine is running. {exception.Message}",
        HttpRequestError.SecureConnectionError => $"The secure connection failed. Check the certificates. {exception.InnerException?.Message ?? exception.Message}",
        _ => exception.Message,
    };
}
