namespace Camunda.ExternalTask.Http.Interceptors;

/// <summary>Asks for the engine's address before each request. It comes first, so that interceptors and credentials see where the request goes.</summary>
internal sealed class BaseAddressHandler(Func<CancellationToken, ValueTask<Uri>> resolve) : DelegatingHandler
{
    /// <summary>What requests are addressed to until they are resolved. Its name can never exist (RFC 6761).</summary>
    public static Uri Placeholder { get; } = new("http://engine-of-each-request.invalid/");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } uri || uri.Host != Placeholder.Host)
        {
            throw new PipelineException("The request was not sent: there is a base address besides the resolver of base addresses. Leave one of them out.");
        }

        request.RequestUri = Join(await ResolveAsync(cancellationToken).ConfigureAwait(false), uri);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static Uri Join(Uri? address, Uri uri) => address switch
    {
        null => throw new PipelineException("The request was not sent: the resolver of base addresses returned null."),
        { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } => throw new PipelineException(
            "The request was not sent: the resolver of base addresses returned no absolute http or https address."),
        { UserInfo.Length: > 0 } => throw new PipelineException(
            "The request was not sent: the resolver of base addresses returned an address with credentials, which would end up in logs."),
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
            throw PipelineException.NotSent("the resolver of base addresses", exception);
        }
    }
}
