using Camunda.ExternalTask.Http.Authentication;
using Camunda.ExternalTask.Http.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Puts the message handlers of a client in order: the resolver of addresses first, then what was added in the order of addition, with a watch in front of
/// each handler that is not ours, and the guard of credentials last.
/// </summary>
internal static class EngineHttpPipeline
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Adds an HTTP client that follows no redirects, sends no cookies, and has no timeout, since each call has its deadline. Defaults of the application
    /// for all clients do not change it. A second call for the same name leaves the client as it is, with what was added to it meanwhile.
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

    /// <summary>Guards the requests of a client. The first call for a client decides.</summary>
    public static IHttpClientBuilder GuardRequests(this IHttpClientBuilder client, Func<IServiceProvider, bool> allowsInsecureCredentials)
    {
        // Afterwards: whatever is added to the client later must stand in front of the guard, too.
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
                throw new InvalidOperationException($"The HTTP client '{client.Name}' has two kinds of credentials, of which one would replace the other. Leave one out.");
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

    /// <summary>Adds a source of tokens, which may serve several clients.</summary>
    /// <returns>How a client's handler finds it.</returns>
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

        // Without a host nothing else checks them before the first request.
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

    /// <summary>Marks a client whose first registration has been made.</summary>
    private sealed record EngineHttpClient(string Name);
}
