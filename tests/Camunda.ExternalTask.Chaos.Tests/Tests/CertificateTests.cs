using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Camunda.ExternalTask.Chaos.Proxy;

namespace Camunda.ExternalTask.Chaos.Tests;

/// <summary>The engine's certificate is invalid, and later it is replaced. The worker trusts the root of both.</summary>
public class CertificateTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly TaskCompletionSource<Exception> _outageBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _outageEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("localhost", -2)]
    [InlineData("other.example", 2)]
    [Trait("Situation", "22")]
    [Trait("Security", "S1")]
    public async Task A_worker_sends_nothing_over_an_invalid_certificate_and_continues_when_it_is_replaced(string host, int daysUntilExpiration)
    {
        using var invalid = TlsServer.CreateCertificate(host, Now.AddDays(-10), Now.AddDays(daysUntilExpiration));
        using var valid = TlsServer.CreateCertificate("localhost", Now.AddDays(-10), Now.AddDays(2));
        await using var server = new TlsServer(invalid);
        await using var worker = Create(server.Address, [invalid, valid]);
        worker.Start();

        var error = await _outageBegan.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Contains(Causes(error), static cause => cause is AuthenticationException);
        Assert.Equal(0, server.Requests);

        server.Certificate = valid;
        await _outageEnded.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, server.Requests);
    }

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }

    private ExternalTaskWorker Create(Uri engine, X509Certificate2Collection roots) => ExternalTaskWorker.Create(
        options => options.BaseAddress = engine,
        worker => worker
            .AddHandler("secure", static (_, _) => Task.FromResult(TaskOutcome.Completed()))
            .AddObserver(Observe, "outage")
            .ConfigurePrimaryHttpMessageHandler(_ => new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trusting(roots) } }));

    private static X509ChainPolicy Trusting(X509Certificate2Collection roots)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }

    private void Observe(WorkerEvent occurrence)
    {
        switch (occurrence.Kind)
        {
            case WorkerEventKind.OutageBegan:
                _outageBegan.TrySetResult(occurrence.Error!);
                break;
            case WorkerEventKind.OutageEnded:
                _outageEnded.TrySetResult();
                break;
        }
    }
}
