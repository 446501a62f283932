using Camunda.ExternalTask.Testing.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Camunda.ExternalTask.Testing.Hosting;

/// <summary>Serves the REST API on a port of this machine.</summary>
internal sealed class InMemoryEngineListener(RestRouter router, TimeProvider time) : IAsyncDisposable
{
    private WebApplication? _application;

    public async Task<Uri> ListenAsync(int port, CancellationToken cancellationToken)
    {
        // A builder without defaults reads neither the environment nor the settings of the application under test.
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton<IHostLifetime, UntouchedLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            // Kestrel cannot bind "localhost" to a free port; one address is enough.
            kestrel.Listen(System.Net.IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
        });
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.Zero);
        builder.Services.Configure<KestrelServerOptions>(static kestrel => kestrel.AllowSynchronousIO = false);
        _application = builder.Build();
        _application.Run(HandleAsync);
        await _application.StartAsync(cancellationToken).ConfigureAwait(false);
        return new Uri(new Uri(_application.Urls.First()), "engine-rest");
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        var answer = await router.HandleAsync(new(
            request.Method,
            $"{request.Scheme}://{request.Host}",
            PathOf(context),
            request.QueryString.Value,
            request.ContentType,
            request.Headers.Authorization,
            body.ToArray())).ConfigureAwait(false);

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;

        // A test may have advanced the engine's clock, so this is not the machine's time.
        response.Headers.Date = time.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.Body is not null)
        {
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The path as sent. Kestrel's decoded path loses escaped percent signs.</summary>
    private static string PathOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target.StartsWith('/') ? target.Split('?')[0] : new Uri(context.Request.GetEncodedUrl()).AbsolutePath;
    }

    /// <summary>Leaves Ctrl+C and SIGTERM to the process, which stops the listener when it disposes of the engine.</summary>
    private sealed class UntouchedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
