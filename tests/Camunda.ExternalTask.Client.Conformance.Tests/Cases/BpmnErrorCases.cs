using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>BPMN errors.</summary>
public sealed class BpmnErrorCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case109_A_bpmn_error_sends_its_code_and_what_else_was_given(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.HandleBpmnErrorAsync(task, "NO_STOCK", cancellationToken: Token);
        Assert.Equal("""{"workerId":"w1","errorCode":"NO_STOCK"}""", session.LastSent("/bpmnError").Json.GetRawText());
        await session.FetchOneAsync("caught~");
    }

    [Theory, Engines]
    public async Task Case110_A_code_that_is_none_is_refused_here(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => session.Client.HandleBpmnErrorAsync(task, "", cancellationToken: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => session.Client.HandleBpmnErrorAsync(task, (string)null!, cancellationToken: Token));
        Assert.Empty(session.Sent("/bpmnError"));
    }

    [Theory, Engines]
    public async Task Case111_The_catching_event_gets_code_message_and_variables(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.HandleBpmnErrorAsync(task, "NO_STOCK", "none left", new Dictionary<string, TypedValue> { ["missing"] = 3 }, Token);
        JsonExpectation.Check(
            """{"workerId":"w1","errorCode":"NO_STOCK","errorMessage":"none left","variables":{"missing":{"type":"Integer","value":3}}}""",
            session.LastSent("/bpmnError").Body,
            session.Engine.Flavor);
        var variables = (await session.FetchOneAsync("caught~")).Variables;
        Assert.Equal(("NO_STOCK", "none left", 3), (variables.Get<string>("codeVar"), variables.Get<string>("msgVar"), variables.Get<int>("missing")));
    }

    public static TheoryData<string, EngineUnderTest> Ways { get; } = new(
        new[] { "returned", "thrown", "typed" }.SelectMany(static way => Enum.GetValues<EngineUnderTest>().Select(engine => (way, engine))));

    [Theory, MemberData(nameof(Ways))]
    public async Task Case112_A_handler_reports_a_bpmn_error_by_its_result_or_by_an_exception(string way, EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync(firstTopic: way == "typed" ? "case-bpmn-error" : "one~");
        await session.Engine.StartAsync("one~");
        session.StartWorker(builder =>
        {
            if (way == "typed")
            {
                builder.AddHandler<Reserve>();
                return;
            }

            builder.AddHandler(session.Engine.Own("one~"), (_, _) => way == "thrown"
                ? throw new BpmnErrorException(new BpmnError("NO_STOCK", "none left") { Variables = new Dictionary<string, TypedValue> { ["missing"] = 3 } })
                : Task.FromResult<TaskOutcome>(new BpmnError("NO_STOCK", "none left") { Variables = new Dictionary<string, TypedValue> { ["missing"] = 3 } }));
        });
        FetchedTask? caught = null;
        await session.UntilAsync(async () => (caught = (await session.FetchAsync("caught~")).SingleOrDefault()) is not null);
        Assert.Equal(
            ("NO_STOCK", "none left", 3),
            (caught!.Variables.Get<string>("codeVar"), caught.Variables.Get<string>("msgVar"), caught.Variables.Get<int>("missing")));
        Assert.Empty(session.Sent("/failure"));
        Assert.Empty(session.Sent("/complete"));
    }
}

[ExternalTaskHandler("case-bpmn-error")]
public sealed partial class Reserve
{
    public TaskOutcome Handle() => new NoStock(3);

    [BpmnError("NO_STOCK", Message = "none left")]
    public sealed partial record NoStock(int Missing);
}
