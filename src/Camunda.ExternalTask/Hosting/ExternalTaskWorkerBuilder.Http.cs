using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask;

public sealed partial class ExternalTaskWorkerBuilder
{
    /// <summary>Lets a delegate change each request before it is sent, in the order of addition. If it throws, the request is not sent, and the log names it.</summary>
    /// <param name="intercept">Changes the request.</param>
    /// <param name="name">What logs call it; null: the place of this call.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
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

    /// <summary>Sends HTTP Basic credentials (UTF-8) with every request. Plain HTTP to another machine is refused at start unless <see cref="ExternalTaskWorkerOptions.AllowInsecureCredentials"/> is set.</summary>
    /// <param name="user">The user's name; no colon in it.</param>
    /// <param name="password">The password; may be empty.</param>
    /// <exception cref="ArgumentException">The name is null, blank or holds a colon, or the password is null.</exception>
    public ExternalTaskWorkerBuilder UseBasicAuthentication(string user, string password) =>
        WithCredentials(client => client.UseBasicAuthentication(user, password));

    /// <summary>Sends a bearer token with every request. Plain HTTP to another machine is refused at start unless <see cref="ExternalTaskWorkerOptions.AllowInsecureCredentials"/> is set.</summary>
    /// <param name="getToken">Gives the token; asked for each request, so it should keep one as long as it is good. If it throws, the request is not sent.</param>
    public ExternalTaskWorkerBuilder UseBearerToken(Func<CancellationToken, ValueTask<string>> getToken) =>
        WithCredentials(client => client.UseBearerToken(getToken));

    /// <summary>
    /// Sends a token of the OAuth 2 client credentials grant with every request. There is one token for all requests of the worker; it is asked for again at 80 % of
    /// its lifetime, and once when the engine answers 401, after which the request is repeated.
    /// </summary>
    /// <param name="configure">Sets at least the token endpoint, the client's id and its secret.</param>
    /// <param name="configureTokenClient">Configures the HTTP client that asks for tokens: proxies, certificates.</param>
    public ExternalTaskWorkerBuilder UseOAuth2ClientCredentials(
        Action<OAuth2ClientCredentialsOptions> configure, Action<IHttpClientBuilder>? configureTokenClient = null)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var create = EngineHttpPipeline.AddOAuth2(Services, _registration.TokenClient, configure, configureTokenClient);
        return WithCredentials(client => client.AddCredentials(create));
    }

    /// <summary>Asks for the engine's REST address before each request, for clusters that do not have one. <see cref="ExternalTaskWorkerOptions.BaseAddress"/> is left out then.</summary>
    /// <param name="resolve">Gives the address, for example <c>https://node-3/engine-rest</c>. If it throws, the request is not sent and tried again later.</param>
    public ExternalTaskWorkerBuilder UseBaseAddressResolver(Func<CancellationToken, ValueTask<Uri>> resolve)
    {
        ArgumentNullException.ThrowIfNull(resolve);
        _registration.HasAddressResolver = true;
        return ConfigureHttpClients(client => client.AddBaseAddressResolver(resolve));
    }

    private ExternalTaskWorkerBuilder WithCredentials(Action<IHttpClientBuilder> add)
    {
        _registration.HasCredentials = true;
        return ConfigureHttpClients(add);
    }
}
