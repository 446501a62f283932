using Camunda.ExternalTask.Analyzers.Tests.Verifiers;

namespace Camunda.ExternalTask.Analyzers.Tests.NewHandlers;

/// <summary>Models with a task <c>charge</c>, and what the signature and records of its handler contain.</summary>
internal static class TaskShapes
{
    public static IReadOnlyDictionary<string, (string Model, string[] Code)> All { get; } = new Dictionary<string, (string, string[])>
    {
        ["nothing"] = (ExampleModel.WithTask(), ["class ChargeTheCard", "Task HandleAsync(CancellationToken cancellationToken)"]),
        ["text"] = (WithInputs("""<camunda:inputParameter name="currency">EUR</camunda:inputParameter>"""), ["record Input(string Currency);"]),
        ["expression of unknown type"] = (WithInputs("""<camunda:inputParameter name="customer">${buyer}</camunda:inputParameter>"""), ["record Input(string? Customer);"]),
        ["comparison"] = (WithInputs("""<camunda:inputParameter name="isLarge">${1 > 2}</camunda:inputParameter>"""), ["record Input(bool IsLarge);"]),
        ["list and map"] = (
            WithInputs("""
                <camunda:inputParameter name="tags"><camunda:list><camunda:value>a</camunda:value></camunda:list></camunda:inputParameter>
                <camunda:inputParameter name="names"><camunda:map><camunda:entry key="a">b</camunda:entry></camunda:map></camunda:inputParameter>
                """),
            ["DeserializeValues = true", "IReadOnlyList<string> Tags, IReadOnlyDictionary<string, string> Names"]),
        ["odd names"] = (
            WithInputs("""
                <camunda:inputParameter name="a b">1</camunda:inputParameter><camunda:inputParameter name="class">1</camunda:inputParameter>
                <camunda:inputParameter name="total">1</camunda:inputParameter><camunda:inputParameter name="total-">1</camunda:inputParameter>
                <camunda:inputParameter name="input">1</camunda:inputParameter><camunda:inputParameter name="toString">1</camunda:inputParameter>
                """),
            ["[property: Variable(\"a b\")] string AB", "string Class", "string Total2"]),
        ["form"] = (
            ExampleModel.WithTask(around: """
                <startEvent id="start"><extensionElements><camunda:formData>
                  <camunda:formField id="amount" type="long" /><camunda:formField id="isGift" type="boolean" />
                </camunda:formData></extensionElements></startEvent><sequenceFlow id="f" sourceRef="start" targetRef="charge" />
                """),
            ["long? Amount", "bool? IsGift"]),
        ["loop"] = (
            ExampleModel.WithTask(content: """<multiInstanceLoopCharacteristics camunda:collection="${items}" camunda:elementVariable="item" />"""),
            ["record Input(string? Item);"]),
        ["condition"] = (ExampleModel.AfterCharge(Gateway("${approved}")), ["Task<Output> HandleAsync", "record Output(bool Approved);"]),
        ["condition with numbers and texts"] = (
            ExampleModel.AfterCharge(Gateway("${score &gt; 10 &amp;&amp; risk == 'low' &amp;&amp; not(rate &lt; 0.5)}")), ["record Output(long Score, string Risk, double Rate);"]),
        ["output parameter"] = (
            ExampleModel.WithTask(content: """
                <extensionElements><camunda:inputOutput><camunda:inputParameter name="amount">1</camunda:inputParameter>
                <camunda:outputParameter name="receipt">${number}</camunda:outputParameter></camunda:inputOutput></extensionElements>
                """),
            ["record Input(string Amount);", "record Output(string Number);"]),
        ["later mapping"] = (
            ExampleModel.AfterCharge("""
                <serviceTask id="next" camunda:type="external" camunda:topic="ship"><extensionElements><camunda:inputOutput>
                <camunda:inputParameter name="label">${receipt}</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>
                """),
            ["record Output(string Receipt);"]),
        ["errors"] = (
            ExampleModel.WithTask(around: ExampleModel.Catching("errorRef=\"declined\"") + ExampleModel.Catching("errorRef=\"expired\"").Replace("\"catch\"", "\"other\"")),
            ["Task<TaskOutcome> HandleAsync", "record Declined;", "record Expired;", "OrderBpmn.ErrorCodes.Declined"]),
        ["error and output"] = (
            ExampleModel.AfterCharge(Gateway("${approved}") + ExampleModel.Catching("errorRef=\"declined\"")), ["Task<TaskOutcome<Output>> HandleAsync", "record Declined;"]),
        ["two tasks of one topic"] = (
            ExampleModel.WithTask(
                content: ExampleModel.Input("name=\"amount\""),
                around: $"""<serviceTask id="again" camunda:type="external" camunda:topic="charge">{ExampleModel.Input("name=\"currency\"")}</serviceTask>"""),
            ["record Input(string? Amount, string? Currency);"]),
        ["output named like an input"] = (
            ExampleModel.AfterCharge(Gateway("${amount == '1'}")).Replace("camunda:topic=\"charge\" />", $"camunda:topic=\"charge\">{ExampleModel.Input("name=\"amount\"")}</serviceTask>")
                .Replace("<timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition>", ""),
            ["Task HandleAsync(Input input"]),
        ["a task named like a type"] = (ExampleModel.WithTask().Replace("Charge the card", "Task"), ["class TaskHandler", "Task HandleAsync"]),
        ["a subprocess"] = (
            ExampleModel.Of("""
                <subProcess id="sub"><startEvent id="s" /><sequenceFlow id="a" sourceRef="s" targetRef="charge" />
                <serviceTask id="charge" camunda:type="external" camunda:topic="charge" /></subProcess>
                """),
            ["class Charge"]),
    };

    private static string WithInputs(string parameters) =>
        ExampleModel.WithTask(content: $"<extensionElements><camunda:inputOutput>{parameters}</camunda:inputOutput></extensionElements>");

    private static string Gateway(string condition) => $"""
        <exclusiveGateway id="next" default="no" />
        <sequenceFlow id="yes" sourceRef="next" targetRef="end"><conditionExpression>{condition}</conditionExpression></sequenceFlow>
        <sequenceFlow id="no" sourceRef="next" targetRef="end" />
        <endEvent id="end" />
        """;
}
