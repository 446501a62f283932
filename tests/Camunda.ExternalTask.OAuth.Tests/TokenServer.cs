using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Camunda.ExternalTask.OAuth.Tests;

/// <summary>An OpenIddict authorization server on a free port of this machine. It knows one client, and says whether a token is one of its own and still good.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    public const string ClientId = "worker:1";
    public const string ClientSecret = "canary secret/+%ü";
    public const string Scope = "engine";

    private readonly WebApplication _application;
    private readonly HashSet<string> _revoked = [];
    private readonly ConcurrentDictionary<(string Token, DateTimeOffset At), Lazy<Task<bool>>> _verdicts = [];
    private readonly TimeProvider _time;
    private int _requests;

    private TokenServer(WebApplication application, TimeProvider time)
    {
        _application = application;
        _time = time;
    }

    public Uri TokenEndpoint => new(new Uri(_application.Urls.First()), "connect/token");

    /// <summary>How many token requests have come.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The tokens that were issued, in order.</summary>
    public List<string> Issued { get; } = [];

    public static async Task<TokenServer> StartAsync(TimeProvider time, TimeSpan lifetime)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.Zero);
        TokenServer? server = null;
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.SetTokenEndpointUris("connect/token").AllowClientCredentialsFlow().RegisterScopes(Scope).SetAccessTokenLifetime(lifetime);
            options.EnableDegradedMode().AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            options.Configure(settings => settings.TimeProvider = time);
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(static context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client is unknown or its secret is wrong.");
                }

                return default;
            }));
            options.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseInlineHandler(static context =>
            {
                var identity = new ClaimsIdentity(authenticationType: "client", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
                identity.SetClaim(OpenIddictConstants.Claims.Subject, context.ClientId).SetScopes(context.Request.GetScopes());
                context.SignIn(new ClaimsPrincipal(identity));
                return default;
            }));
            options.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseInlineHandler(context =>
            {
                server!.Note(context.Response.AccessToken);
                return default;
            }));
        });
        var application = builder.Build();
        application.UseAuthentication();
        server = new(application, time);
        await application.StartAsync();
        return server;
    }

    /// <summary>Whether the server itself takes a token for one of its own that is still good.</summary>
    public async Task<bool> TakesAsync(string? token) => token is not null && !IsRevoked(token) &&
        await _verdicts.GetOrAdd((token, _time.GetUtcNow()), static (key, server) => new(() => server.IsGoodAsync(key.Token)), this).Value;

    /// <summary>Deciphering and checking a token costs milliseconds; of one token at one time once is enough.</summary>
    private async Task<bool> IsGoodAsync(string token)
    {
        using var scope = _application.Services.CreateScope();
        var dispatcher = scope.ServiceProvider.GetRequiredService<IOpenIddictServerDispatcher>();
        var transaction = await scope.ServiceProvider.GetRequiredService<IOpenIddictServerFactory>().CreateTransactionAsync();
        transaction.BaseUri = new Uri(_application.Urls.First());
        var context = new ValidateTokenContext(transaction) { Token = token, ValidTokenTypes = { OpenIddictConstants.TokenTypeIdentifiers.AccessToken } };
        await dispatcher.DispatchAsync(context);
        return !context.IsRejected && context.Principal!.HasScope(Scope);
    }

    /// <summary>The engine takes no token any longer that has been issued until now.</summary>
    public void RevokeAll()
    {
        lock (_revoked)
        {
            _revoked.UnionWith(Issued);
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private bool IsRevoked(string token)
    {
        lock (_revoked)
        {
            return _revoked.Contains(token);
        }
    }

    private void Note(string? token)
    {
        Interlocked.Increment(ref _requests);
        if (token is not null)
        {
            lock (_revoked)
            {
                Issued.Add(token);
            }
        }
    }
}
