using System.Net;
using System.Text;
using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>What applications send to processes besides results of tasks.</summary>
public sealed class ProcessCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task A_process_starts_with_variables_and_is_found_and_deleted(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        await session.DeployTwoTasksAsync();
        var processes = session.Client.Processes;
        var key = session.Engine.Own("one~");

        var byKey = await processes.StartAsync(key, new UntypedOutput { ["amount"] = TypedValue.Of(5L) }, "bk é", cancellationToken: Token);
        var byId = await processes.StartByIdAsync(byKey.DefinitionId, new UntypedOutput().Set("amount", "x"), cancellationToken: Token);

        Assert.Equal(("bk é", false, false, null), (byKey.BusinessKey, byKey.IsEnded, byKey.IsSuspended, byKey.TenantId));
        Assert.Null(byId.BusinessKey);
        Assert.Equal(byKey.DefinitionId, byId.DefinitionId);
        Assert.Equal(TypedValue.Of(5L), await session.Client.Variables.GetAsync(byKey.Id, "amount", Token));
        Assert.Equal(byKey, await processes.GetInstanceAsync(byKey.Id, Token));
        Assert.Equal(byKey, Assert.Single(await processes.ListInstancesAsync(new() { ProcessDefinitionKey = key, BusinessKey = "bk é" }, cancellationToken: Token)));
        Assert.Equal(2, await processes.CountInstancesAsync(new() { ProcessDefinitionKey = key }, Token));

        await processes.DeleteInstanceAsync(byKey.Id, skipCustomListeners: true, skipIoMappings: true, Token);

        Assert.Equal(byId, Assert.Single(await processes.ListInstancesAsync(new() { ProcessDefinitionKey = key }, cancellationToken: Token)));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<EngineException>(() => processes.GetInstanceAsync(byKey.Id, Token))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<EngineException>(() => processes.DeleteInstanceAsync(byKey.Id, cancellationToken: Token))).StatusCode);
    }

    [Theory, Engines]
    public async Task A_record_starts_the_process_that_its_attribute_names(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var deployed = await session.Client.Processes.DeployAsync(Deployment(session, ("typed.bpmn", TypedStart)), Token);

        var started = await session.Client.Processes.StartAsync(new TypedStarted("Ünal", 12.5m, null), "key", cancellationToken: Token);

        Assert.Equal(Assert.Single(deployed.ProcessDefinitionIds), started.DefinitionId);
        var variables = await session.Client.Variables.GetAllAsync(started.Id, Token);
        Assert.Equal("Ünal", variables.Get<string>("customer"));
        Assert.Equal(12.5m, variables.Get<decimal>("amount"));
        Assert.True(variables.TryGet<string>("note", out var note));
        Assert.Null(note);
        await CleanUpAsync(session, deployed);
    }

    [Theory, Engines]
    public async Task An_unknown_process_is_refused_with_a_remedy(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var processes = session.Client.Processes;

        var byKey = await Assert.ThrowsAsync<EngineException>(() => processes.StartAsync(session.Engine.Own("none~"), cancellationToken: Token));
        var byTenant = await Assert.ThrowsAsync<EngineException>(() => processes.StartAsync(session.Engine.Own("none~"), tenantId: "t", cancellationToken: Token));
        var byId = await Assert.ThrowsAsync<EngineException>(() => processes.StartByIdAsync("none", cancellationToken: Token));

        Assert.Equal(HttpStatusCode.NotFound, byKey.StatusCode);
        Assert.All([byKey, byTenant, byId], static error => Assert.EndsWith("Deploy a model with this process, or correct the key or id. For a process of a tenant, pass the tenant's id.", error.Message));
        Assert.All([byKey, byTenant, byId], static error => Assert.False(error.IsAmbiguous));
    }

    [Theory, Engines]
    public async Task A_message_without_receiver_is_refused_and_a_signal_is_not(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var processes = session.Client.Processes;

        var refused = await Assert.ThrowsAsync<EngineException>(() => processes.CorrelateAsync(new Paid("nobody", 1), "none", Token));

        Assert.True(refused.IsMismatchingMessage);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("No instance waits for the message", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await processes.CorrelateAsync(new Paid("nobody", 1), new CorrelationOptions { BusinessKey = "none", All = true }, Token));
        await processes.SignalAsync(new Closed("late"), cancellationToken: Token);
        await processes.SignalAsync("nobody", new UntypedOutput { ["a"] = TypedValue.Of(1) }, new SignalOptions { WithoutTenantId = true }, Token);
    }

    [Theory, Engines]
    public async Task Messages_and_signals_start_and_reach_instances(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        Assert.SkipWhen(session.Engine.IsMemory, "The engine in memory does not support events of messages and signals.");
        var processes = session.Client.Processes;
        var deployed = await processes.DeployAsync(Deployment(session, ("messages.bpmn", WithMessages)), Token);

        var first = await processes.CorrelateAsync(new Begun("o1", 7), "b1", Token);
        var second = Assert.Single(await processes.CorrelateAsync("processCaseBegun", new UntypedOutput { ["orderId"] = TypedValue.Of("o2") }, new() { BusinessKey = "b2" }, Token));
        Assert.Equal(("b1", null), (first.StartedInstance?.BusinessKey, first.ExecutionId));
        Assert.Equal(second.ProcessInstanceId, second.StartedInstance?.Id);

        var several = await Assert.ThrowsAsync<EngineException>(() => processes.CorrelateAsync("processCasePaid", null, cancellationToken: Token));
        Assert.True(several.IsMismatchingMessage);
        Assert.Contains("Several instances wait for the message", several.Message, StringComparison.Ordinal);

        var received = await processes.CorrelateAsync(new Paid("o2", 42), cancellationToken: Token);
        Assert.Equal((second.ProcessInstanceId, null), (received.ProcessInstanceId, received.StartedInstance));
        Assert.NotNull(received.ExecutionId);
        var variables = await session.Client.Variables.GetAllAsync(second.ProcessInstanceId, Token);
        Assert.Equal(42, variables.Get<int>("amount"));
        Assert.Equal("o2", variables.Get<string>("orderId"));

        await processes.SignalAsync(new Closed("holiday"), cancellationToken: Token);
        Assert.Equal(1, await processes.CountInstancesAsync(new() { ProcessDefinitionKey = "processCaseMessages" }, Token));
        await CleanUpAsync(session, deployed);
    }

    [Theory, Engines]
    public async Task A_deployment_is_repeated_only_if_a_file_has_changed(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var processes = session.Client.Processes;
        var request = Deployment(session, ("typed é.bpmn", TypedStart)) with { EnableDuplicateFiltering = true, Source = "tests" };

        var first = await processes.DeployAsync(request, Token);
        var same = await processes.DeployAsync(request, Token);
        var changed = await processes.DeployAsync(request with { Files = [File("typed é.bpmn", TypedStart + "<!-- changed -->")] }, Token);

        Assert.Single(first.ProcessDefinitionIds);
        Assert.Equal(request.Name, first.Name);
        Assert.Equal(first.Id, same.Id);
        Assert.Empty(same.ProcessDefinitionIds);
        Assert.NotEqual(first.Id, changed.Id);
        Assert.Single(changed.ProcessDefinitionIds);
        await CleanUpAsync(session, first);
        await CleanUpAsync(session, changed);
    }

    [Theory, Engines]
    public async Task A_model_with_errors_is_refused_with_file_line_and_column(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var broken = TypedStart.Replace("targetRef=\"t\"", "targetRef=\"nowhere\"", StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<EngineException>(() => session.Client.Processes.DeployAsync(Deployment(session, ("broken.bpmn", broken)), Token));

        Assert.Equal(("ParseException", HttpStatusCode.BadRequest), (refused.Type, refused.StatusCode));
        if (engine != EngineUnderTest.Camunda717)
        {
            var problem = refused.ModelProblems.Single(static problem => problem.ElementId == "f");
            Assert.Equal(("broken.bpmn", 4, false), (problem.FileName, problem.Line, problem.IsWarning));
            Assert.True(problem.Column > 0);
            Assert.Contains("nowhere", problem.Message, StringComparison.Ordinal);
        }
    }

    private const string Head = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="cases">""";

    private const string TypedStart = Head + "\n" + """
        <process id="processCaseTyped" isExecutable="true" camunda:historyTimeToLive="1">
        <startEvent id="s" />
        <sequenceFlow id="f" sourceRef="s" targetRef="t" />
        <serviceTask id="t" camunda:type="external" camunda:topic="processCaseTyped" />
        </process></definitions>
        """;

    private const string WithMessages = Head + """
        <message id="m1" name="processCaseBegun" /><message id="m2" name="processCasePaid" /><signal id="g" name="processCaseClosed" />
        <process id="processCaseMessages" isExecutable="true" camunda:historyTimeToLive="1">
        <startEvent id="s"><messageEventDefinition messageRef="m1" /></startEvent><sequenceFlow id="f" sourceRef="s" targetRef="r" />
        <receiveTask id="r" messageRef="m2" /><sequenceFlow id="h" sourceRef="r" targetRef="c" />
        <intermediateCatchEvent id="c"><signalEventDefinition signalRef="g" /></intermediateCatchEvent><sequenceFlow id="i" sourceRef="c" targetRef="e" />
        <endEvent id="e" />
        </process></definitions>
        """;

    private static DeploymentFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static DeploymentRequest Deployment(ClientSession session, params ReadOnlySpan<(string Name, string Text)> files)
    {
        List<DeploymentFile> contents = [];
        foreach (var (name, text) in files)
        {
            contents.Add(File(name, text));
        }

        return new("processes é " + session.Engine.Suffix, contents);
    }

    // Other cases of the same engine must not see these instances.
    private static async Task CleanUpAsync(ClientSession session, DeploymentResult deployed) =>
        await session.Engine.DeleteAsync($"deployment/{deployed.Id}?cascade=true");
}

[ProcessStart("processCaseTyped")]
internal sealed partial record TypedStarted(string Customer, decimal Amount, string? Note);

[Message("processCaseBegun")]
internal sealed partial record Begun(string OrderId, int Count);

[Message("processCasePaid")]
internal sealed partial record Paid([CorrelationKey] string OrderId, int Amount);

[Signal("processCaseClosed")]
internal sealed partial record Closed(string Reason);
