using System.Runtime.CompilerServices;
using Camunda.ExternalTask;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Http.Authentication;
using Camunda.ExternalTask.Http.Interceptors;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds credentials, interceptors and addresses to the HTTP client of an <see cref="ExternalTaskClient"/>, as
/// <see cref="ExternalTaskWorkerBuilder"/> does for workers.
/// </summary>
public static class ExternalTaskHttpClientBuilderExtensions
{
    /// <summary>
    /// Adds a delegate that can change each request before it is sent. Interceptors run in the order of addition. If one throws, the
    /// request is not sent, and the error names the interceptor.
    /// </summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="intercept">Changes the request.</param>
    /// <param name="name">The interceptor's name in errors; null means the file and line of this call.</param>
    /// <param name="file">Supplied by the compiler.</param>
    /// <param name="line">Supplied by the compiler.</param>
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
    /// <remarks>
    /// This overload exists because an <c>async</c> lambda with one parameter would otherwise become <c>async void</c>, whose exceptions
    /// terminate the process.
    /// </remarks>
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

    /// <summary>
    /// Sends HTTP Basic credentials (UTF-8) with every request, but not over plain HTTP to another machine unless
    /// <see cref="ExternalTaskClientOptions.AllowInsecureCredentials"/> is set.
    /// </summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="user">The user's name, without a colon.</param>
    /// <param name="password">The password; may be empty.</param>
    /// <exception cref="ArgumentException">The name is null, blank or contains a colon, or the password is null.</exception>
    public static IHttpClientBuilder UseBasicAuthentication(this IHttpClientBuilder client, string user, string password)
    {
        ArgumentNullException.ThrowIfNull(client);
        var credentials = BasicAuthenticationHandler.Credentials(user, password);
        return client.AddCredentials(_ => new BasicAuthenticationHandler(credentials));
    }

    /// <summary>
    /// Sends a bearer token with every request, but not over plain HTTP to another machine unless
    /// <see cref="ExternalTaskClientOptions.AllowInsecureCredentials"/> is set.
    /// </summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="getToken">
    /// Returns the token. It is called for each request, so it should cache the token. If it throws, the request is not sent.
    /// </param>
    public static IHttpClientBuilder UseBearerToken(this IHttpClientBuilder client, Func<CancellationToken, ValueTask<string>> getToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(getToken);
        return client.AddCredentials(_ => new BearerTokenHandler(getToken));
    }

    /// <summary>
    /// Sends a token of the OAuth 2 client credentials grant with every request. All requests share one token. The client requests a new
    /// one at 80 % of the lifetime. If the engine answers 401, the client repeats the request once with a new token.
    /// </summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="configure">Sets at least the token endpoint, the client id and the client secret.</param>
    /// <param name="configureTokenClient">Configures the HTTP client that requests tokens, for example its proxy or certificates.</param>
    public static IHttpClientBuilder UseOAuth2ClientCredentials(
        this IHttpClientBuilder client, Action<OAuth2ClientCredentialsOptions> configure, Action<IHttpClientBuilder>? configureTokenClient = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(configure);
        return client.AddCredentials(EngineHttpPipeline.AddOAuth2(client.Services, $"{client.Name}.Token", configure, configureTokenClient));
    }

    /// <summary>
    /// Resolves the engine's REST address before each request, for clusters without a fixed address. Leave
    /// <see cref="ExternalTaskClientOptions.BaseAddress"/> unset.
    /// </summary>
    /// <param name="client">The HTTP client.</param>
    /// <param name="resolve">
    /// Returns the address, for example <c>https://node-3/engine-rest</c>. If it throws, the request is not sent.
    /// </param>
    public static IHttpClientBuilder UseBaseAddressResolver(this IHttpClientBuilder client, Func<CancellationToken, ValueTask<Uri>> resolve)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(resolve);
        return client.AddBaseAddressResolver(resolve);
    }
}
