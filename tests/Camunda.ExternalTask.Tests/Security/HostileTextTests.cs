using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Tests.Worker.Shell;

namespace Camunda.ExternalTask.Tests.Security;

/// <summary>Texts of the engine and of handlers do not forge lines of the log, and placeholders in them are not filled.</summary>
public class HostileTextTests
{
    private const string Hostile = "a\r\nFORGED\u0085b\u009B31m\u2028c\u2029d\u007Fe\u202Ef\u2066g\u001B[31mh\0i {0} %s {TaskId}";

    public static TheoryData<string> Failures => ["message", "incident", "error", "throws"];

    [Theory]
    [MemberData(nameof(Failures))]
    [Trait("Security", "S8")]
    [Trait("Security", "S16")]
    public async Task S8_A_message_of_a_handler_is_one_line(string way)
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        await bench.StartAsync((_, _) => way switch
        {
            "incident" => Task.FromResult(TaskOutcome.Incident(Hostile)),
            "error" => throw new BpmnErrorException("E\r\nFORGED\u202E", Hostile),
            "throws" => throw new InvalidOperationException(Hostile),
            _ => Task.FromResult<TaskOutcome>(new TaskFailure(Hostile)),
        });
        var kind = way switch { "incident" => "IncidentCreated", "error" => "BpmnErrorReported", _ => "TaskFailed" };
        await bench.PassUntilAsync(() => bench.Log.CountOf(kind) >= 1 || bench.Log.CountOf("ResultRefused") >= 1);

        AssertOneLineEach(bench);
        Assert.Contains(bench.Log.Entries, entry => way == "error" || entry.Message.Contains("{0} %s {TaskId}", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Security", "S8")]
    public async Task S8_Ids_and_names_of_the_engine_are_one_line_in_log_scopes_and_activities()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == WorkerMetrics.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var bench = new WorkerBench();
        var text = JsonSerializer.Serialize(Hostile);
        bench.Network.Answer("/fetchAndLock", () => new(HttpStatusCode.OK)
        {
            Content = new StringContent(
                $$"""
                [{"id":"hostile-1","topicName":"topic","workerId":"w","executionId":{{text}},"processInstanceId":{{text}},"processDefinitionKey":{{text}},
                  "activityId":{{text}},"businessKey":{{text}},"lockExpirationTime":null,"retries":null,"variables":{ } },
                 {"id":{{text}},"topicName":{{text}},"workerId":{{text}},"executionId":"e","processInstanceId":"p","retries":null,"variables":{ } }]
                """,
                Encoding.UTF8,
                "application/json"),
        });
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.PassUntilAsync(() => bench.Log.CountOf("TaskGone") + bench.Log.CountOf("TaskCompleted") + bench.Log.CountOf("ResultDropped") >= 1 && bench.Log.CountOf("UnknownTopic") >= 1);

        AssertOneLineEach(bench);
        var activity = Assert.Single(activities, static candidate => Equals(candidate.GetTagItem("messaging.message.id"), "hostile-1"));
        Assert.All(activity.TagObjects, static tag => Assert.False(Forges(tag.Value?.ToString()), tag.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [Trait("Security", "S6")]
    public async Task S6_A_task_id_that_is_none_reaches_no_other_path_and_the_worker_continues(string id)
    {
        await using var bench = new WorkerBench();
        bench.Network.Answer("/fetchAndLock", () => new(HttpStatusCode.OK)
        {
            Content = new StringContent(
                $$"""[{"id":{{JsonSerializer.Serialize(id)}},"topicName":"topic","workerId":"w","executionId":"e","processInstanceId":"p","retries":null,"variables":{ } }]""",
                Encoding.UTF8,
                "application/json"),
        });
        var instance = bench.StartInstance();
        await bench.StartAsync((_, _) => Task.FromResult(TaskOutcome.Completed()));
        await bench.PassUntilAsync(() => bench.Engine.EndEvents(instance).Contains("end"));

        var known = new[] { "complete", "unlock", "failure", "extendLock", "lock", "fetchAndLock", "external-task" };
        Assert.All(bench.Network.Paths.ToArray(), path => Assert.Matches($"^/engine-rest/external-task(/[^/]+)?(/({string.Join('|', known)}))?$", path));
    }

    private static void AssertOneLineEach(WorkerBench bench)
    {
        Assert.NotEmpty(bench.Log.Entries);
        Assert.All(bench.Log.Entries, static entry => Assert.False(Forges(entry.Message), $"{entry.Event}: {entry.Message}"));
        Assert.All(bench.Log.Scopes, static scope => Assert.False(Forges(scope), scope));
    }

    private static bool Forges(string? text) => text is not null && text.AsSpan().ContainsAny("\r\n\u0085\u009B\u2028\u2029\u007F\u202E\u2066\u001B\0");
}
