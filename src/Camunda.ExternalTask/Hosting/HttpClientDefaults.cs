using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Camunda.ExternalTask.Hosting;

/// <summary>What an application says about all its HTTP clients (<c>ConfigureHttpClientDefaults</c>), and how a client of an engine is spared it.</summary>
internal static class HttpClientDefaults
{
    /// <summary>Its message handlers replace the name of a service by its address and change nothing else.</summary>
    private const string ServiceDiscovery = "Microsoft.Extensions.ServiceDiscovery";

    /// <summary>
    /// Removes message handlers and settings that defaults have added: a resilience handler cancels long polls and sends them again under the same worker id; headers and
    /// handlers with credentials are meant for other servers. Service discovery and what concerns logging stay. The factory applies defaults before anything that is said about
    /// a single client, whatever the order of the calls, so this call comes first for a client.
    /// </summary>
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
