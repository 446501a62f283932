namespace Camunda.ExternalTask.Http.Interceptors;

/// <summary>
/// Resolves the engine's address before each request. It runs first, so that interceptors and credentials see the final address.
/// </summary>
internal sealed class BaseAddressHandler(Func<CancellationToken, ValueTask<Uri>> resolve) : DelegatingHandler
{
    /// <summary>The address of requests until the real one is resolved. Its host name can never exist (RFC 6761).</summary>
    public static Uri Placeholder { get; } = new("http://engine-of-each-request.invalid/");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } uri || uri.Host != Placeholder.Host)
        {
            throw new PipelineException("The request was not sent: both a base address and a base address resolver are set. Remove one of them.");
        }

        request.RequestUri = Join(await ResolveAsync(cancellationToken).ConfigureAwait(false), uri);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static Uri Join(Uri? address, Uri uri) => address switch
    {
        null => throw new PipelineException("The request was not sent: the base address resolver returned null."),
        { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } => throw new PipelineException(
            "The request was not sent: the base address resolver returned an address that is not an absolute http or https address."),
        { UserInfo.Length: > 0 } => throw new PipelineException(
            "The request was not sent: the base address resolver returned an address with credentials, which would appear in logs. Use UseBasicAuthentication instead."),
        _ => new(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + uri.PathAndQuery),
    };

    private async ValueTask<Uri> ResolveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await resolve(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw PipelineException.NotSent("the base address resolver", exception);
        }
    }
}
