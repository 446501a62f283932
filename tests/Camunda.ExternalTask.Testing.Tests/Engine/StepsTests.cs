using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

/// <summary>What a test does itself: user tasks, messages, jobs, time, and the implementations of Java code.</summary>
public sealed class StepsTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-01-01T00:00:00Z"));
    private InMemoryEngine _engine;

    public StepsTests() => _engine = new(new InMemoryEngineOptions { TimeProvider = _time });

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void A_user_task_waits_until_it_is_completed()
    {
        var instance = Start("""<userTask id="x" name="Approve" camunda:assignee="${boss}" camunda:candidateGroups="a,b" />""", new() { ["boss"] = "mary" });

        var task = Assert.Single(_engine.UserTasks);
        Assert.Equal(("x", "Approve", "mary", instance), (task.ActivityId, task.Name, task.Assignee, task.ProcessInstanceId));
        Assert.Equal(["a", "b"], task.CandidateGroups);
        _engine.CompleteUserTask(task.Id, new Dictionary<string, object?> { ["approved"] = true });

        Assert.Equal(["end"], _engine.EndEvents(instance));
        Assert.Empty(_engine.UserTasks);
    }

    [Fact]
    public void A_timer_fires_when_its_time_has_come_and_not_before()
    {
        var instance = Start("""<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></intermediateCatchEvent>""");
        Assert.Equal((true, _time.GetUtcNow().AddDays(3)), (Assert.Single(_engine.Jobs).IsTimer, _engine.Jobs[0].DueDate));

        _time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_engine.EndEvents(instance));
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(["end"], _engine.EndEvents(instance));
    }

    [Fact]
    public void A_message_continues_the_instance_with_its_business_key()
    {
        const string Catch = """<intermediateCatchEvent id="x"><messageEventDefinition messageRef="m" /></intermediateCatchEvent>""";
        const string Message = """<message id="m" name="paid" />""";
        var other = Start(Catch, roots: Message, businessKey: "L-1");
        var instance = Start(Catch, roots: Message, businessKey: "L-2");

        Assert.Equal(instance, _engine.Correlate("paid", businessKey: "L-2", new Dictionary<string, object?> { ["sum"] = 5 }));

        Assert.Equal(["end"], _engine.EndEvents(instance));
        Assert.Empty(_engine.EndEvents(other));
        Assert.Throws<EngineRequestException>(() => _engine.Correlate("paid", businessKey: "L-3"));
    }

    [Fact]
    public void A_Java_class_is_what_the_test_implements()
    {
        _engine.Implement("com.acme.Charge", execution => execution.SetVariable("charged", (int)execution.GetVariable("amount")! * 2));

        var instance = Start("""<serviceTask id="x" camunda:class="com.acme.Charge" />""", new() { ["amount"] = 21 });

        Assert.Equal(["end"], _engine.EndEvents(instance));
        Assert.Equal(42, _engine.Variables(instance)["charged"].Value);
    }

    [Theory]
    [InlineData("""<serviceTask id="x" camunda:class="com.acme.Charge" />""", "com.acme.Charge")]
    [InlineData("""<serviceTask id="x" camunda:delegateExpression="${charge}" />""", "charge")]
    [InlineData("""<scriptTask id="x" scriptFormat="groovy"><script>1</script></scriptTask>""", "x")]
    public void What_nobody_implements_is_refused_with_the_line_that_is_missing(string element, string name)
    {
        var error = Assert.Throws<EngineRequestException>(() => Start(element));

        Assert.Contains("(id 'x', line", error.Message, StringComparison.Ordinal);
        Assert.Contains($"add engine.Implement(\"{name}\", execution => …) before the deployment", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_can_perform_the_jobs_itself()
    {
        _engine.Dispose();
        _engine = new(new InMemoryEngineOptions { TimeProvider = _time, ExecutesJobs = false });
        var instance = Start("""<manualTask id="x" camunda:asyncBefore="true" />""");
        var job = Assert.Single(_engine.Jobs);
        Assert.Equal(("x", false, 3), (job.ActivityId, job.IsTimer, job.Retries));
        Assert.Empty(_engine.EndEvents(instance));

        _engine.ExecuteJob(job.Id);

        Assert.Equal(["end"], _engine.EndEvents(instance));
    }

    [Fact]
    public void A_job_that_keeps_failing_becomes_an_incident_and_its_instance_waits()
    {
        _engine.Implement("com.acme.Charge", static _ => throw new InvalidOperationException("no money"));
        var instance = Start("""<serviceTask id="x" camunda:asyncBefore="true" camunda:class="com.acme.Charge" />""");

        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("failedJob", Assert.Single(_engine.Incidents).Type);
        Assert.Equal((0, "no money"), (_engine.Jobs[0].Retries, _engine.Jobs[0].ExceptionMessage));
        Assert.Empty(_engine.EndEvents(instance));
    }

    private string Start(string element, Dictionary<string, object?>? variables = null, string roots = "", string? businessKey = null)
    {
        _engine.Deploy(Models.Process("p", $"""
            <startEvent id="start" /><sequenceFlow id="f1" sourceRef="start" targetRef="x" />
            {element}
            <sequenceFlow id="f2" sourceRef="x" targetRef="end" /><endEvent id="end" />
            """, roots: roots));
        return _engine.Start("p", variables, businessKey);
    }
}
