using System.Net;
using System.Text;
using Microsoft.Extensions.Hosting;

namespace Acme.Loans;

/// <summary>Hands out one task, prints what becomes of it, and stops the host.</summary>
public sealed class CannedEngine(IHostApplicationLifetime lifetime) : HttpMessageHandler
{
    private static int _isFetched;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.EndsWith("/fetchAndLock", StringComparison.Ordinal))
        {
            return await FetchAsync(cancellationToken);
        }

        if (path.EndsWith("/T-1/complete", StringComparison.Ordinal))
        {
            Console.WriteLine($"completed: {await request.Content!.ReadAsStringAsync(cancellationToken)}");
            lifetime.StopApplication();
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }

        return Json("[]");
    }

    private static async Task<HttpResponseMessage> FetchAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isFetched, 1) == 1)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return Json("""
            [{"id":"T-1","workerId":"consumer","topicName":"creditScoreChecker","lockExpirationTime":"2999-01-01T00:00:00.000+0000","retries":null,
              "variables":{"customerId":{"type":"String","value":"C-1","valueInfo":{}}}}]
            """);
    }

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };
}
