using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Camunda.ExternalTask.Tests.Security;

/// <summary>Credentials and the values of variables stay where they belong, whatever the other side repeats.</summary>
public class CanaryTests
{
    private static readonly string Basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"demo:{CanaryWatch.Secret}"));

    /// <summary>A page that repeats all that a request carried, in the forms of texts, addresses and pages.</summary>
    private static string Echo =>
        $"Basic {Basic} demo:{CanaryWatch.Secret} {CanaryWatch.Secret} {Uri.EscapeDataString(CanaryWatch.Secret)} {WebUtility.UrlEncode(CanaryWatch.Secret)} "
        + $"{WebUtility.HtmlEncode(CanaryWatch.Secret)} {CanaryWatch.HeaderSecret}";

    [Fact]
    [Trait("Security", "S3")]
    public async Task S3_A_worker_repeats_no_secret_of_its_requests_and_tasks()
    {
        await using var bench = new WorkerBench();
        bench.Services.AddHealthChecks().AddCamundaExternalTasks();
        Func<HttpResponseMessage>[] answers =
        [
            () => Page(HttpStatusCode.Unauthorized), () => Page(HttpStatusCode.ProxyAuthenticationRequired), () => Page(HttpStatusCode.InternalServerError),
            () => Page(HttpStatusCode.BadGateway), () => Page(HttpStatusCode.OK), () => Page(HttpStatusCode.NoContent), Redirect, EngineError, Unreadable,
        ];
        List<string> said = [];
        foreach (var answer in answers)
        {
            bench.Network.Answer("/fetchAndLock", answer);
        }

        await bench.StartAsync(worker => worker.UseBasicAuthentication("demo", CanaryWatch.Secret).AddHandler("topic", HandleAsync), static options => options.AllowInsecureCredentials = true);
        for (var failures = 1; failures <= answers.Length; failures++)
        {
            await bench.PassUntilAsync(() => bench.Log.CountOf("PollFailed") >= failures);
            said.Add(await HealthAsync(bench));
        }

        foreach (var call in new[] { "/complete", "/failure", "/bpmnError" })
        {
            bench.Network.Answer(call, EngineError);
            bench.Network.Answer(call, () => Page(HttpStatusCode.BadGateway));
        }

        foreach (var way in new[] { "complete", "fail", "error", "incident", "unreadable" })
        {
            bench.StartInstance(new Dictionary<string, object?> { ["way"] = way });
        }

        foreach (var kind in new[] { "TaskCompleted", "TaskFailed", "BpmnErrorReported", "IncidentCreated" })
        {
            await bench.PassUntilAsync(() => bench.Log.CountOf(kind) >= 1);
        }

        await bench.PassUntilAsync(() => bench.Log.CountOf("IncidentCreated") >= 2);
        said.AddRange(bench.Log.Entries.Select(static entry => $"{entry.Event} {entry.Message} {entry.Exception}"));
        Assert.DoesNotContain(said, CanaryWatch.IsLeak);
        Assert.Contains(said, static text => text.Contains("(credentials removed)", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Security", "S3")]
    public async Task S3_A_client_repeats_no_secret_of_its_requests()
    {
        foreach (var answer in new Func<HttpResponseMessage>[]
        {
            () => Page(HttpStatusCode.Unauthorized), () => Page(HttpStatusCode.Forbidden), () => Page(HttpStatusCode.BadRequest), () => Page(HttpStatusCode.OK), Redirect, EngineError, Unreadable,
        })
        {
            using var http = new HttpClient(new Answering(answer)) { BaseAddress = new("http://engine/engine-rest"), Timeout = Timeout.InfiniteTimeSpan };
            http.DefaultRequestHeaders.Authorization = new("Basic", Basic);
            http.DefaultRequestHeaders.Add("X-Api-Key", CanaryWatch.HeaderSecret);
            var client = new ExternalTaskClient(http, new() { WorkerId = "w" });

            var error = await Assert.ThrowsAsync<EngineException>(() => client.CompleteAsync("t1", cancellationToken: TestContext.Current.CancellationToken));

            Assert.False(CanaryWatch.IsLeak(error.ToString()), error.ToString());
            Assert.DoesNotContain(error.ModelProblems, static problem => CanaryWatch.IsLeak(problem.ToString()));
        }
    }

    [Theory]
    [Trait("Security", "S3")]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(295)]
    public async Task S3_A_secret_at_the_end_of_an_excerpt_is_not_cut_but_removed(int before)
    {
        using var http = new HttpClient(new Answering(() => new(HttpStatusCode.BadGateway) { Content = new StringContent(new string('x', before) + CanaryWatch.HeaderSecret) }))
        {
            BaseAddress = new("http://engine/engine-rest"),
        };
        http.DefaultRequestHeaders.Add("X-Api-Key", CanaryWatch.HeaderSecret);

        var error = await Assert.ThrowsAsync<EngineException>(
            () => new ExternalTaskClient(http, new() { WorkerId = "w" }).UnlockAsync("t1", TestContext.Current.CancellationToken));

        Assert.DoesNotContain("cnry", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "S3")]
    public void S3_The_watch_finds_each_form()
    {
        Assert.True(CanaryWatch.IsLeak($"a {CanaryWatch.Secret}"));
        Assert.True(CanaryWatch.IsLeak(CanaryWatch.Value));
        Assert.True(CanaryWatch.IsLeak(Basic));
        Assert.False(CanaryWatch.IsLeak("nothing"));
        Assert.False(CanaryWatch.IsLeak(null));
    }

    private static Task<TaskOutcome> HandleAsync(ExternalTaskContext task, CancellationToken cancellationToken) => task.Variables.Get<string>("way") switch
    {
        "complete" => Task.FromResult(TaskOutcome.Completed()),
        "fail" => throw new InvalidOperationException("no"),
        "error" => throw new BpmnErrorException("REFUSED"),
        "incident" => Task.FromResult(TaskOutcome.Incident("never")),
        _ => throw new InvalidOperationException($"A text is not a number: {task.Variables.Get<int>("canary")}"),
    };

    private static async Task<string> HealthAsync(WorkerBench bench)
    {
        var report = await bench.Provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return string.Join(' ', report.Entries.Select(static entry => $"{entry.Value.Description} {entry.Value.Exception} {string.Join(' ', entry.Value.Data)}"));
    }

    private static HttpResponseMessage Page(HttpStatusCode status) => new(status)
    {
        Content = new StringContent(Echo, Encoding.UTF8, "text/plain"),
        Headers = { WwwAuthenticate = { new AuthenticationHeaderValue("Basic", $"realm=\"{Basic}\"") } },
    };

    private static HttpResponseMessage Redirect() => new(HttpStatusCode.Found)
    {
        Headers = { Location = new($"https://demo:{CanaryWatch.HeaderSecret}@sso.example.com/{CanaryWatch.HeaderSecret}?token={CanaryWatch.HeaderSecret}") },
    };

    private static HttpResponseMessage EngineError() => new(HttpStatusCode.InternalServerError)
    {
        Content = Json($$$"""
            {"type":"OptimisticLockingException","code":1,"message":"{{{CanaryWatch.HeaderSecret}}} {{{Basic}}}",
             "details":{"a.bpmn":{"errors":[{"message":"{{{CanaryWatch.HeaderSecret}}}","line":1,"column":1}],"warnings":[] } } }
            """),
    };

    private static HttpResponseMessage Unreadable() => new(HttpStatusCode.OK) { Content = Json($"[{{\"id\":\"{CanaryWatch.HeaderSecret}") };

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = answer();
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
}
