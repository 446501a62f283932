namespace Camunda.ExternalTask.Http.Interceptors;

/// <summary>Runs before a message handler of the application, and names that handler in the exceptions it throws.</summary>
internal sealed class HandlerWatch(string watched) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfHandler(request, exception, cancellationToken))
        {
            if (!RequestMark.WasSent(request))
            {
                throw PipelineException.NotSent($"the message handler {watched}", exception);
            }

            throw new PipelineException(
                $"The message handler {watched} failed after the request had been sent: {PipelineException.Describe(exception)}", PipelineException.SafeCause(exception))
            {
                WasSent = true,
            };
        }
    }

    private static bool IsOfHandler(HttpRequestMessage request, Exception exception, CancellationToken cancellationToken) => exception switch
    {
        PipelineException => false,
        OperationCanceledException => !cancellationToken.IsCancellationRequested && !RequestMark.WasSent(request),
        HttpRequestException or IOException => !RequestMark.WasSent(request),
        _ => true,
    };
}
