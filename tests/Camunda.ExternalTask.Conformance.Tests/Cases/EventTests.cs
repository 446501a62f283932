namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Timers, messages, signals, conditions, escalations and compensation. Expectations list the activities that an instance reaches.</summary>
public sealed class EventTests
{
    private const string Roots = """
        <message id="m" name="msg~" /><message id="m2" name="start~" /><signal id="sg" name="sig~" /><escalation id="esx" escalationCode="esc" />
        """;

    private const string Message = "<messageEventDefinition messageRef=\"m\" />";
    private const string Timer = "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>";
    private const string User = "<userTask id=\"u\" />";

    /// <summary>Name, content, action, and activities after it.</summary>
    public static TheoryData<EngineUnderTest, string> Cases { get; } = new MatrixTheoryData<EngineUnderTest, string>(Enum.GetValues<EngineUnderTest>(), All.Keys);

    private static Dictionary<string, (string Content, string Action, string Expected)> All => new()
    {
        ["timer boundary"] = (Line($"{User}<boundaryEvent id=\"b\" attachedToRef=\"u\">{Timer}</boundaryEvent>{To("b")}"), "job", "b:boundaryTimer s:startEvent u:userTask* x:noneEndEvent"),
        ["timer boundary, not interrupting"] = (
            Line($"{User}<boundaryEvent id=\"b\" attachedToRef=\"u\" cancelActivity=\"false\">{Timer}</boundaryEvent>{To("b")}"),
            "job",
            "b:boundaryTimer s:startEvent u:userTask? x:noneEndEvent"),
        ["timer catch"] = (Line($"<intermediateCatchEvent id=\"u\">{Timer}</intermediateCatchEvent>"), "job", "e:noneEndEvent s:startEvent u:intermediateTimer"),
        ["message boundary"] = (Line($"{User}<boundaryEvent id=\"b\" attachedToRef=\"u\">{Message}</boundaryEvent>{To("b")}"), "message", "b:boundaryMessage s:startEvent u:userTask* x:noneEndEvent"),
        ["message catch"] = (Line($"<intermediateCatchEvent id=\"u\">{Message}</intermediateCatchEvent>"), "message", "e:noneEndEvent s:startEvent u:intermediateMessageCatch"),
        ["receive task"] = (Line("<receiveTask id=\"u\" messageRef=\"m\" />"), "message", "e:noneEndEvent s:startEvent u:receiveTask"),
        ["signal catch"] = (Line("<intermediateCatchEvent id=\"u\"><signalEventDefinition signalRef=\"sg\" /></intermediateCatchEvent>"), "signal", "e:noneEndEvent s:startEvent u:intermediateSignalCatch"),
        ["event-based gateway"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "g", "c", "e")}{Bpmn.Path("g", "d", "x")}<eventBasedGateway id=\"g\" /><intermediateCatchEvent id=\"c\">{Message}</intermediateCatchEvent>"
                + $"<intermediateCatchEvent id=\"d\">{Timer}</intermediateCatchEvent>{Bpmn.End}<endEvent id=\"x\" />",
            "message",
            "c:intermediateMessageCatch e:noneEndEvent g:eventBasedGateway* s:startEvent"),
        ["event subprocess, interrupting"] = (Line(User) + Sub(Message, true), "message", "es:messageStartEvent ev:subProcess s:startEvent u:userTask* xe:noneEndEvent"),
        ["event subprocess, not interrupting"] = (Line(User) + Sub(Message, false), "message", "es:messageStartEvent ev:subProcess s:startEvent u:userTask? xe:noneEndEvent"),
        ["event subprocess with a timer"] = (Line(User) + Sub(Timer, true), "job", "es:startTimerEvent ev:subProcess s:startEvent u:userTask* xe:noneEndEvent"),
        ["event subprocess with an error"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "u", "e")}{User}<endEvent id=\"e\"><errorEventDefinition errorRef=\"NoStock\" /></endEvent>" + Sub("<errorEventDefinition errorRef=\"NoStock\" />", true),
            "task",
            "e:errorEndEvent* es:errorStartEvent ev:subProcess s:startEvent u:userTask xe:noneEndEvent"),
        ["conditional boundary"] = (
            Line($"{User}<boundaryEvent id=\"b\" attachedToRef=\"u\"><conditionalEventDefinition><condition>${{n > 5}}</condition></conditionalEventDefinition></boundaryEvent>{To("b")}"),
            "variable",
            "b:boundaryConditional s:startEvent u:userTask* x:noneEndEvent"),
        ["escalation boundary"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "p", "e")}<subProcess id=\"p\"><startEvent id=\"ps\" />{Bpmn.Path("ps", "u", "pe")}{User}"
                + "<endEvent id=\"pe\"><escalationEventDefinition escalationRef=\"esx\" /></endEvent></subProcess>"
                + $"<boundaryEvent id=\"b\" attachedToRef=\"p\" cancelActivity=\"false\"><escalationEventDefinition escalationRef=\"esx\" /></boundaryEvent>{To("b")}{Bpmn.End}",
            "task",
            "b:boundaryEscalation e:noneEndEvent p:subProcess pe:escalationEndEvent ps:startEvent s:startEvent u:userTask x:noneEndEvent"),
        ["terminate"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "f", "u", "e")}{Bpmn.Path("f", "v", "x")}<parallelGateway id=\"f\" />{User}<userTask id=\"v\" />"
                + "<endEvent id=\"e\"><terminateEventDefinition /></endEvent><endEvent id=\"x\" />",
            "task",
            "e:terminateEndEvent f:parallelGateway s:startEvent u:userTask v:userTask*"),
        ["link"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "u", "t")}{Bpmn.Path("c", "e")}{User}<intermediateThrowEvent id=\"t\"><linkEventDefinition name=\"l\" /></intermediateThrowEvent>"
                + $"<intermediateCatchEvent id=\"c\"><linkEventDefinition name=\"l\" /></intermediateCatchEvent>{Bpmn.End}",
            "task",
            "e:noneEndEvent s:startEvent u:userTask"),
        ["inclusive gateway"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "f")}<inclusiveGateway id=\"f\" />{Bpmn.Flow("f", "u", "${n == 1}")}{Bpmn.Flow("f", "v", "${n < 9}")}{Bpmn.Flow("f", "w", "${n > 9}")}"
                + $"{User}<manualTask id=\"v\" /><manualTask id=\"w\" />{Bpmn.Path("u", "j", "e")}{Bpmn.Path("v", "j")}{Bpmn.Path("w", "j")}<inclusiveGateway id=\"j\" />{Bpmn.End}",
            "task",
            "e:noneEndEvent f:inclusiveGateway j:inclusiveGateway j:inclusiveGateway s:startEvent u:userTask v:manualTask"),
        ["compensation"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "t", "u", "e")}<manualTask id=\"t\" /><boundaryEvent id=\"b\" attachedToRef=\"t\"><compensateEventDefinition /></boundaryEvent>"
                + $"{User}<endEvent id=\"e\"><compensateEventDefinition /></endEvent><manualTask id=\"h\" isForCompensation=\"true\" />"
                + "<association id=\"as\" sourceRef=\"b\" targetRef=\"h\" associationDirection=\"One\" />",
            "task",
            "e:compensationEndEvent h:manualTask s:startEvent t:manualTask u:userTask"),
        ["async before and after"] = (
            $"{Bpmn.Start}{Bpmn.Path("s", "t", "u", "e")}<manualTask id=\"t\" camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\" />{User}{Bpmn.End}",
            "jobs",
            "s:startEvent t:manualTask u:userTask?"),
    };

    [Theory(DisplayName = "event"), MemberData(nameof(Cases))]
    public async Task Event(EngineUnderTest engine, string name)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var (content, action, expected) = All[name];
        await session.DeployAsync(Bpmn.Process("one~", content, roots: Roots));
        var instance = await session.StartAsync("one~", """{"variables":{"n":{"value":1}}}""");
        switch (action)
        {
            case "job":
                await session.ExecuteJobAsync(instance);
                break;
            case "jobs":
                await session.EventuallyAsync($"task/count?processInstanceId={instance}", static answer => answer.Json.GetProperty("count").GetInt32() == 1);
                break;
            case "message":
                (await session.PostAsync("message", """{"messageName":"msg~"}""")).IsNoContent();
                break;
            case "signal":
                (await session.PostAsync("signal", """{"name":"sig~"}""")).IsNoContent();
                break;
            case "variable":
                (await session.PutAsync($"process-instance/{instance}/variables/n", """{"value":6,"type":"Integer"}""")).IsNoContent();
                break;
            default:
                await session.CompleteUserTaskAsync(instance, "u");
                break;
        }

        Assert.Equal(expected, await session.ActivitiesAsync(instance));
    }

    [Theory(DisplayName = "message: starts a process, reaches one instance, and is rejected for none or several"), Engines]
    public async Task Correlation(EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var start = "<startEvent id=\"s\"><messageEventDefinition messageRef=\"m2\" /></startEvent>";
        await session.DeployAsync(Bpmn.Process("one~", $"{start}{Bpmn.Path("s", "u", "e")}<receiveTask id=\"u\" messageRef=\"m\" />{Bpmn.End}", roots: Roots));
        foreach (var order in new[] { 1, 2 })
        {
            var answer = await session.PostAsync("message", $$$"""
                {"messageName":"start~","businessKey":"bk","resultEnabled":true,"processVariables":{"order":{"value":{{{order}}},"type":"Integer"} } }
                """);
            Assert.Equal("ProcessDefinition", answer.Is(200).Json[0].GetProperty("resultType").GetString());
        }

        (await session.PostAsync("message", """{"messageName":"msg~","businessKey":"other"}""")).IsError(
            400,
            "RestException",
            "<any>MismatchingMessageCorrelationException: Cannot correlate message 'msg~': No process definition or execution matches the parameters",
            0);
        var several = (await session.PostAsync("message", """{"messageName":"msg~","businessKey":"bk"}""")).Is(400);
        Assert.Contains("2 executions match the correlation keys: CorrelationSet [businessKey=bk, processInstanceId=null", several.Text, StringComparison.Ordinal);
        (await session.PostAsync("message", """
            {"messageName":"msg~","correlationKeys":{"order":{"value":2,"type":"Integer"}},"resultEnabled":true}
            """)).Is(200, """[{"resultType":"Execution","execution":{"id":"<id>","processInstanceId":"<id>","ended":true,"tenantId":null},"processInstance":null}]""");
        (await session.PostAsync("message", """{"messageName":"msg~","all":true}""")).IsNoContent();
        (await session.GetAsync("process-instance/count?processDefinitionKey=one~")).Is(200, """{"count":0}""");
    }

    private static string Line(string node) => $"{Bpmn.Start}{Bpmn.Path("s", "u", "e")}{node}{Bpmn.End}";

    private static string To(string boundary) => $"{Bpmn.Flow(boundary, "x")}<endEvent id=\"x\" />";

    private static string Sub(string definition, bool isInterrupting) =>
        $"<subProcess id=\"ev\" triggeredByEvent=\"true\"><startEvent id=\"es\" isInterrupting=\"{(isInterrupting ? "true" : "false")}\">{definition}</startEvent>"
        + $"{Bpmn.Path("es", "xe")}<endEvent id=\"xe\" /></subProcess>";
}
