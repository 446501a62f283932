namespace Camunda.ExternalTask.Http.Interceptors;

/// <summary>
/// Calls a delegate that can change each request. If the delegate throws, the request is not sent, and the error names the delegate.
/// </summary>
internal sealed class InterceptorHandler(Func<HttpRequestMessage, CancellationToken, ValueTask> intercept, string name) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            await intercept(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw PipelineException.NotSent($"the interceptor '{name}'", exception);
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
