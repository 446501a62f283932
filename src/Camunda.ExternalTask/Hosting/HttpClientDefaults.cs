using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Keeps an application's defaults for all HTTP clients (<c>ConfigureHttpClientDefaults</c>) out of the library's clients.</summary>
internal static class HttpClientDefaults
{
    /// <summary>Namespace of the message handlers that replace the name of a service by its address and change nothing else.</summary>
    private const string ServiceDiscovery = "Microsoft.Extensions.ServiceDiscovery";

    /// <summary>
    /// Removes message handlers and settings that defaults have added. A resilience handler cancels long polls and sends them again under the same worker
    /// id; headers and credentials are meant for other servers. Service discovery and logging stay.
    /// </summary>
    /// <remarks>
    /// Must be the first call for a client, because it removes everything that came before. The factory applies defaults before the configuration of a
    /// single client, whatever the order of the calls.
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
