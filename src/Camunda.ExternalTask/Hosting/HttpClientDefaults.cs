using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Protects the library's clients from the application's defaults for all HTTP clients (<c>ConfigureHttpClientDefaults</c>).
/// </summary>
internal static class HttpClientDefaults
{
    /// <summary>The namespace of the message handlers that replace a service name with its address and change nothing else.</summary>
    private const string ServiceDiscovery = "Microsoft.Extensions.ServiceDiscovery";

    /// <summary>
    /// Removes message handlers and settings that defaults have added. A resilience handler cancels long polls and sends them again under
    /// the same worker id. Default headers and credentials are meant for other servers. Service discovery and logging remain.
    /// </summary>
    /// <remarks>
    /// Must be the first call for a client, because it removes everything that was added before. The factory applies defaults before the
    /// configuration of a single client, in whatever order the calls are made.
    /// </remarks>
    public static IHttpClientBuilder RemoveDefaults(this IHttpClientBuilder client)
    {
        client.Services.Configure<HttpClientFactoryOptions>(client.Name, static options => options.HttpClientActions.Clear());
        return client.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => RemoveHandlers(handlers));
    }

    private static void RemoveHandlers(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (handlers[i].GetType().Namespace?.StartsWith(ServiceDiscovery, StringComparison.Ordinal) != true)
            {
                handlers.RemoveAt(i);
            }
        }
    }
}
