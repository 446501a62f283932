using System.Runtime.CompilerServices;
using Camunda.ExternalTask;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Http.Authentication;
using Camunda.ExternalTask.Http.Interceptors;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Credentials, interceptors and addresses for the HTTP client of an <see cref="ExternalTaskClient"/>: what <see cref="ExternalTaskWorkerBuilder"/> offers to workers.</summary>
public static class ExternalTaskHttpClientBuilderExtensions
{
    /// <summary>Lets a delegate change each request before it is sent, in the order of addition. If it throws, the request is not sent, and the error names it.</summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="intercept">Changes the request.</param>
    /// <param name="name">What errors call it; null: the place of this call.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder client, Action<HttpRequestMessage> intercept, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(intercept);
        return client.AddInterceptor(
            (request, _) =>
            {
                intercept(request);
                return ValueTask.CompletedTask;
            },
            name,
            file,
            line);
    }

    /// <inheritdoc cref="AddInterceptor(IHttpClientBuilder, Action{HttpRequestMessage}, string, string, int)"/>
    /// <remarks>Without this overload an <c>async</c> lambda of one parameter would become <c>async void</c>, and what it throws would end the process.</remarks>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder client, Func<HttpRequestMessage, Task> intercept, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(intercept);
        return client.AddInterceptor((request, _) => new ValueTask(intercept(request)), name, file, line);
    }

    /// <inheritdoc cref="AddInterceptor(IHttpClientBuilder, Action{HttpRequestMessage}, string, string, int)"/>
    public static IHttpClientBuilder AddInterceptor(
        this IHttpClientBuilder client,
        Func<HttpRequestMessage, CancellationToken, ValueTask> intercept,
        string? name = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(intercept);
        ArgumentNullException.ThrowIfNull(file);
        var called = InterceptorName.Of(name, file, line);
        return client.AddHttpMessageHandler(() => new InterceptorHandler(intercept, called));
    }

    /// <summary>Sends HTTP Basic credentials (UTF-8) with every request; never over plain HTTP to another machine, unless <see cref="ExternalTaskClientOptions.AllowInsecureCredentials"/> is set.</summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="user">The user's name; no colon in it.</param>
    /// <param name="password">The password; may be empty.</param>
    /// <exception cref="ArgumentException">The name is null, blank or holds a colon, or the password is null.</exception>
    public static IHttpClientBuilder UseBasicAuthentication(this IHttpClientBuilder client, string user, string password)
    {
        ArgumentNullException.ThrowIfNull(client);
        var credentials = BasicAuthenticationHandler.Credentials(user, password);
        return client.AddCredentials(_ => new BasicAuthenticationHandler(credentials));
    }

    /// <summary>Sends a bearer token with every request; never over plain HTTP to another machine, unless <see cref="ExternalTaskClientOptions.AllowInsecureCredentials"/> is set.</summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="getToken">Gives the token; asked for each request, so it should keep one as long as it is good. If it throws, the request is not sent.</param>
    public static IHttpClientBuilder UseBearerToken(this IHttpClientBuilder client, Func<CancellationToken, ValueTask<string>> getToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(getToken);
        return client.AddCredentials(_ => new BearerTokenHandler(getToken));
    }

    /// <summary>
    /// Sends a token of the OAuth 2 client credentials grant with every request. There is one token for all requests; it is asked for again at 80 % of its lifetime,
    /// and once when the engine answers 401, after which the request is repeated.
    /// </summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="configure">Sets at least the token endpoint, the client's id and its secret.</param>
    /// <param name="configureTokenClient">Configures the HTTP client that asks for tokens: proxies, certificates.</param>
    public static IHttpClientBuilder UseOAuth2ClientCredentials(
        this IHttpClientBuilder client, Action<OAuth2ClientCredentialsOptions> configure, Action<IHttpClientBuilder>? configureTokenClient = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(configure);
        return client.AddCredentials(EngineHttpPipeline.AddOAuth2(client.Services, $"{client.Name}.Token", configure, configureTokenClient));
    }

    /// <summary>Asks for the engine's REST address before each request, for clusters that do not have one. <see cref="ExternalTaskClientOptions.BaseAddress"/> is left out then.</summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="resolve">Gives the address, for example <c>https://node-3/engine-rest</c>. If it throws, the request is not sent.</param>
    public static IHttpClientBuilder UseBaseAddressResolver(this IHttpClientBuilder client, Func<CancellationToken, ValueTask<Uri>> resolve)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(resolve);
        return client.AddBaseAddressResolver(resolve);
    }
}
