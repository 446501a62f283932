using System.Collections.Concurrent;
using System.Text.Json;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Counts how many polls of one topic wait for an answer at once.</summary>
internal sealed class PollGauge
{
    private readonly ConcurrentDictionary<string, int> _pending = new();
    private int _most;

    public int Most => _most;

    public DelegatingHandler NewHandler() => new Handler(this);

    private sealed class Handler(PollGauge gauge) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/fetchAndLock", StringComparison.Ordinal))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            var topic = body.RootElement.GetProperty("topics")[0].GetProperty("topicName").GetString()!;
            InterlockedMax(ref gauge._most, gauge._pending.AddOrUpdate(topic, 1, static (_, pending) => pending + 1));
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                gauge._pending.AddOrUpdate(topic, 0, static (_, pending) => pending - 1);
            }
        }

        private static void InterlockedMax(ref int most, int pending)
        {
            for (var seen = most; seen < pending; seen = most)
            {
                Interlocked.CompareExchange(ref most, pending, seen);
            }
        }
    }
}
