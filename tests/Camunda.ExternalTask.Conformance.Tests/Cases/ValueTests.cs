using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Every kind of value through <c>complete</c> and back by the variable's own address, from a fetch, and set by a start.</summary>
public sealed class ValueTests
{
    private static readonly Dictionary<string, ValueCase> AllCases =
        PrimitiveValues.All.Concat(StructuredValues.All).Concat(ConvertedValues.All).ToDictionary(static value => value.Name);

    public static TheoryData<string, EngineUnderTest> Cases { get; } = new(
        AllCases.Keys.SelectMany(static name => Enum.GetValues<EngineUnderTest>().Select(engine => (name, engine))));

    [Theory(DisplayName = "complete variable"), MemberData(nameof(Cases))]
    public async Task Complete_variable(string name, EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var outcome = OutcomeOf(name, session);

        // A second task keeps the instance, so that its variables can be looked at.
        await session.DeployAsync(Bpmn.Process(
            "one~",
            $"{Bpmn.Start}{Bpmn.Flow("s", "t")}{Bpmn.Task("t", "one~")}{Bpmn.Flow("t", "u")}{Bpmn.Task("u", "two~")}{Bpmn.Flow("u", "e")}{Bpmn.End}"));
        var instance = await session.StartAsync("one~");
        var task = await session.FetchOneAsync("one~");
        var answer = await session.PostAsync($"external-task/{task.GetProperty("id")}/complete", $$"""{"workerId":"w","variables":{"v":{{AllCases[name].Sent}} } }""");
        if (outcome.ErrorType is not null)
        {
            answer.IsError(outcome.Status, outcome.ErrorType, outcome.Message!, outcome.Code);
            Assert.Single((await session.GetAsync("external-task?topicName=one~")).Json.EnumerateArray());
            return;
        }

        answer.IsNoContent();
        var stored = await session.GetAsync($"process-instance/{instance}/variables/v?deserializeValue=false");
        if (outcome.StoredJson is null)
        {
            stored.IsError(404, "InvalidRequestException", "process instance variable with name v does not exist", null);
            return;
        }

        stored.Is(200, outcome.StoredJson);
        (await session.GetAsync($"history/variable-instance?processInstanceId={instance}&variableName=v&deserializeValues=false")).Is(200);

        var next = await session.FetchOneAsync("two~");
        JsonExpectation.Check($$"""{"v":{{outcome.StoredJson}} }""", next.GetProperty("variables").GetRawText(), session.Flavor);
    }

    [Theory(DisplayName = "start variable"), MemberData(nameof(Cases))]
    public async Task Start_variable(string name, EngineUnderTest engine)
    {
        await using var session = await EngineSession.OpenAsync(engine);
        var outcome = OutcomeOf(name, session);
        await session.DeployAsync(Bpmn.OneTask("one~"));
        var answer = await session.PostAsync("process-definition/key/one~/start", $$"""{"variables":{"v":{{AllCases[name].Sent}} } }""");
        if (outcome.ErrorType is not null)
        {
            answer.Is(outcome.Status);
            Assert.EndsWith(outcome.Message!, answer.Json.GetProperty("message").GetString()!, StringComparison.Ordinal);
            return;
        }

        answer.Is(200);
        var task = await session.FetchOneAsync("one~");
        JsonExpectation.Check(
            outcome.StoredJson is null ? "{}" : $$"""{"v":{{outcome.StoredJson}} }""",
            task.GetProperty("variables").GetRawText(),
            session.Flavor);
    }

    private static ValueOutcome OutcomeOf(string name, EngineSession session) =>
        session.Flavor == EngineFlavor.Operaton10 && AllCases[name].OnOperaton is { } onOperaton ? onOperaton : AllCases[name].Outcome;
}
