using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Http.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask;

public sealed partial class ExternalTaskWorkerBuilder
{
    /// <summary>
    /// Adds a delegate that can change each request before it is sent. Interceptors run in the order of addition. If one throws, the
    /// request is not sent, and the log names the interceptor.
    /// </summary>
    /// <param name="intercept">Changes the request.</param>
    /// <param name="name">The interceptor's name in logs; null means the file and line of this call.</param>
    /// <param name="file">Supplied by the compiler.</param>
    /// <param name="line">Supplied by the compiler.</param>
    public ExternalTaskWorkerBuilder AddInterceptor(
        Action<HttpRequestMessage> intercept, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ConfigureHttpClients(client => client.AddInterceptor(intercept, name, file, line));

    /// <inheritdoc cref="AddInterceptor(Action{HttpRequestMessage}, string, string, int)"/>
    public ExternalTaskWorkerBuilder AddInterceptor(
        Func<HttpRequestMessage, Task> intercept, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ConfigureHttpClients(client => client.AddInterceptor(intercept, name, file, line));

    /// <inheritdoc cref="AddInterceptor(Action{HttpRequestMessage}, string, string, int)"/>
    public ExternalTaskWorkerBuilder AddInterceptor(
        Func<HttpRequestMessage, CancellationToken, ValueTask> intercept, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        ConfigureHttpClients(client => client.AddInterceptor(intercept, name, file, line));

    /// <summary>
    /// Sends HTTP Basic credentials (UTF-8) with every request. The worker does not start if this would use plain HTTP to another machine,
    /// unless <see cref="ExternalTaskWorkerOptions.AllowInsecureCredentials"/> is set.
    /// </summary>
    /// <param name="user">The user's name, without a colon.</param>
    /// <param name="password">The password; may be empty.</param>
    /// <exception cref="ArgumentException">The name is null, blank or contains a colon, or the password is null.</exception>
    public ExternalTaskWorkerBuilder UseBasicAuthentication(string user, string password) =>
        WithCredentials(client => client.UseBasicAuthentication(user, password));

    /// <summary>
    /// Sends a bearer token with every request. The worker does not start if this would use plain HTTP to another machine, unless
    /// <see cref="ExternalTaskWorkerOptions.AllowInsecureCredentials"/> is set.
    /// </summary>
    /// <param name="getToken">
    /// Returns the token. It is called for each request, so it should cache the token. If it throws, the request is not sent.
    /// </param>
    public ExternalTaskWorkerBuilder UseBearerToken(Func<CancellationToken, ValueTask<string>> getToken) =>
        WithCredentials(client => client.UseBearerToken(getToken));

    /// <summary>
    /// Sends a token of the OAuth 2 client credentials grant with every request. All requests of the worker share one token. The worker
    /// requests a new one at 80 % of the lifetime. If the engine answers 401, the worker repeats the request once with a new token.
    /// </summary>
    /// <param name="configure">Sets at least the token endpoint, the client id and the client secret.</param>
    /// <param name="configureTokenClient">Configures the HTTP client that requests tokens, for example its proxy or certificates.</param>
    public ExternalTaskWorkerBuilder UseOAuth2ClientCredentials(
        Action<OAuth2ClientCredentialsOptions> configure, Action<IHttpClientBuilder>? configureTokenClient = null)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var create = EngineHttpPipeline.AddOAuth2(Services, _registration.TokenClient, configure, configureTokenClient);
        return WithCredentials(client => client.AddCredentials(create));
    }

    /// <summary>
    /// Resolves the engine's REST address before each request, for clusters without a fixed address. Leave
    /// <see cref="ExternalTaskWorkerOptions.BaseAddress"/> unset.
    /// </summary>
    /// <param name="resolve">
    /// Returns the address, for example <c>https://node-3/engine-rest</c>. If it throws, the request is not sent, and the worker retries
    /// later.
    /// </param>
    public ExternalTaskWorkerBuilder UseBaseAddressResolver(Func<CancellationToken, ValueTask<Uri>> resolve)
    {
        ArgumentNullException.ThrowIfNull(resolve);
        _registration.HasAddressResolver = true;
        return ConfigureHttpClients(client => client.AddBaseAddressResolver(resolve));
    }

    /// <summary>Sends HTTP Basic credentials that are read when the first request is sent.</summary>
    internal ExternalTaskWorkerBuilder UseBasicAuthentication(Func<IServiceProvider, AuthenticationHeaderValue> credentials) =>
        WithCredentials(client => client.AddCredentials(provider => new BasicAuthenticationHandler(credentials(provider))));

    private ExternalTaskWorkerBuilder WithCredentials(Action<IHttpClientBuilder> add)
    {
        _registration.HasCredentials = true;
        return ConfigureHttpClients(add);
    }
}
