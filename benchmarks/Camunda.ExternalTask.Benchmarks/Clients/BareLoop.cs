using System.Net.Http.Headers;
using System.Text;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The least code that does the work: one long poll at a time for as many tasks as slots are free, no retries, no locks kept, no errors told apart.</summary>
internal sealed class BareLoop : IBenchmarkClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly CancellationTokenSource _stop = new();
    private HttpClient _http = new();
    private SemaphoreSlim _slots = new(0);
    private Task _loop = Task.CompletedTask;

    public string Name => "bare";

    public Task StartAsync(Uri engine, int slots)
    {
        _http = new HttpClient { BaseAddress = engine };
        _slots = new SemaphoreSlim(slots);
        _loop = LoopAsync();
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task LoopAsync()
    {
        while (true)
        {
            await _slots.WaitAsync(_stop.Token);
            var free = 1;
            while (_slots.Wait(0))
            {
                free++;
            }

            var tasks = await FetchAsync(free);
            foreach (var task in tasks)
            {
                _ = CompleteAsync(task);
            }

            if (free > tasks.Count)
            {
                _slots.Release(free - tasks.Count);
            }
        }
    }

    private async Task<List<BareTask>> FetchAsync(int maxTasks)
    {
        var body = Encoding.UTF8.GetBytes($$"""
            {"workerId":"bare","maxTasks":{{maxTasks}},"asyncResponseTimeout":20000,
             "topics":[{"topicName":"creditScoreChecker","lockDuration":60000,"variables":["customerId","amount","currency"]}]}
            """);
        using var response = await _http.PostAsync("external-task/fetchAndLock", Content(body), _stop.Token);
        return BareTask.ParseAll(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(_stop.Token));
    }

    private async Task CompleteAsync(BareTask task)
    {
        try
        {
            var score = CreditMath.ScoreOf(task.CustomerId, task.Amount, task.Currency);
            using var response = await _http.PostAsync($"external-task/{task.Id}/complete", Content(Completion(score)));
            response.EnsureSuccessStatusCode();
        }
        finally
        {
            _slots.Release();
        }
    }

    private static byte[] Completion(int score) => Encoding.UTF8.GetBytes($$$"""
        {"workerId":"bare","variables":{"score":{"type":"Integer","value":{{{score}}}},"riskClass":{"type":"String","value":"{{{CreditMath.RiskOf(score)}}}"} } }
        """);

    private static ByteArrayContent Content(byte[] json) => new(json) { Headers = { ContentType = Json } };
}
