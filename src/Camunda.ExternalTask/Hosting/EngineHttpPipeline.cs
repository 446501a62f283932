using Camunda.ExternalTask.Http.Authentication;
using Camunda.ExternalTask.Http.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Orders the message handlers of a client: first the address resolver, then the added handlers in the order of addition, each handler of
/// the application preceded by a <see cref="HandlerWatch"/>, and last the guard of credentials.
/// </summary>
internal static class EngineHttpPipeline
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Adds an HTTP client that follows no redirects, sends no cookies, and has no timeout, because each call has its own deadline. The
    /// application's defaults for all clients do not change it. A second call with the same name changes nothing and keeps later additions
    /// to the client.
    /// </summary>
    public static IHttpClientBuilder AddEngineHttpClient(this IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name);
        if (services.Any(service => service.ImplementationInstance is EngineHttpClient added && added.Name == name))
        {
            return client;
        }

        services.AddSingleton(new EngineHttpClient(name));
        return client
            .RemoveDefaults()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = ConnectionLifetime,
            })
            .ConfigureHttpClient(static http => http.Timeout = Timeout.InfiniteTimeSpan);
    }

    /// <summary>Adds the guard of credentials to a client. Only the first call for a client has an effect.</summary>
    public static IHttpClientBuilder GuardRequests(this IHttpClientBuilder client, Func<IServiceProvider, bool> allowsInsecureCredentials)
    {
        // PostConfigure: handlers that are added to the client later must also run before the guard.
        client.Services.PostConfigure<HttpClientFactoryOptions>(
            client.Name, options => options.HttpMessageHandlerBuilderActions.Add(builder => Complete(builder, allowsInsecureCredentials)));
        return client;
    }

    public static IHttpClientBuilder AddCredentials(this IHttpClientBuilder client, Func<IServiceProvider, CredentialsHandler> create)
    {
        client.GuardRequests(static _ => false);
        return client.ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
        {
            if (handlers.Any(static handler => handler is CredentialsHandler))
            {
                throw new InvalidOperationException($"The HTTP client '{client.Name}' has two kinds of credentials, and one would replace the other. Remove one of them.");
            }

            handlers.Add(create(provider));
        });
    }

    public static IHttpClientBuilder AddBaseAddressResolver(this IHttpClientBuilder client, Func<CancellationToken, ValueTask<Uri>> resolve)
    {
        client.GuardRequests(static _ => false);
        return client
            .ConfigureHttpClient(static http => http.BaseAddress = BaseAddressHandler.Placeholder)
            .AddHttpMessageHandler(() => new BaseAddressHandler(resolve));
    }

    /// <summary>Adds a token source, which several clients can share.</summary>
    /// <returns>A factory of the message handler that uses the source.</returns>
    public static Func<IServiceProvider, CredentialsHandler> AddOAuth2(
        IServiceCollection services, string name, Action<OAuth2ClientCredentialsOptions> configure, Action<IHttpClientBuilder>? configureTokenClient)
    {
        services.AddOptions<OAuth2ClientCredentialsOptions>(name).Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OAuth2ClientCredentialsOptions>>(new OAuth2OptionsCheck(name));
        var tokenClient = services.AddEngineHttpClient(name).RemoveAllLoggers();
        configureTokenClient?.Invoke(tokenClient);
        services.AddKeyedSingleton(name, (provider, _) => CreateTokenSource(provider, name));
        return provider => new OAuth2Handler(provider.GetRequiredKeyedService<OAuth2TokenSource>(name));
    }

    private static OAuth2TokenSource CreateTokenSource(IServiceProvider provider, string name)
    {
        var time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        var options = provider.GetRequiredService<IOptionsMonitor<OAuth2ClientCredentialsOptions>>();
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

        // Without a host, nothing else checks the options before the first request.
        _ = options.Get(name);
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger("Camunda.ExternalTask.Authentication");
        return new(new TokenEndpoint(http, time), () => options.Get(name), logger, time);
    }

    private static void Complete(HttpMessageHandlerBuilder builder, Func<IServiceProvider, bool> allowsInsecureCredentials)
    {
        var handlers = builder.AdditionalHandlers;
        if (handlers.Any(static handler => handler is InsecureCredentialsGuard))
        {
            return;
        }

        List<DelegatingHandler> added = [.. handlers.OrderBy(static handler => handler is BaseAddressHandler ? 0 : 1)];
        handlers.Clear();
        var hasForeign = false;
        foreach (var handler in added)
        {
            if (handler.GetType().Assembly != typeof(EngineHttpPipeline).Assembly)
            {
                handlers.Add(new HandlerWatch(handler.GetType().Name));
                hasForeign = true;
            }

            handlers.Add(handler);
        }

        handlers.Add(new InsecureCredentialsGuard(allowsInsecureCredentials(builder.Services), marksRequests: hasForeign));
    }

    /// <summary>Marks a client that has been registered.</summary>
    private sealed record EngineHttpClient(string Name);
}
