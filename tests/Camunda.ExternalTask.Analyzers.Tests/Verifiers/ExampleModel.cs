namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>Models for examples; line and column matter to nobody, the markup says the place.</summary>
internal static class ExampleModel
{
    /// <summary>A process <c>order</c> with one task <c>charge</c>.</summary>
    public static string WithTask(string attributes = "camunda:topic=\"charge\"", string content = "", string around = "", string root = "") => Of(
        $"""
            <serviceTask id="charge" name="Charge the card" camunda:type="external" {attributes}>{content}</serviceTask>
            {around}
        """,
        root);

    /// <summary>A process that a timer starts without variables, with the task <c>charge</c> and then the element <c>next</c>.</summary>
    public static string AfterCharge(string next) => Of(
        $"""
        <startEvent id="start"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent>
        <sequenceFlow id="toCharge" sourceRef="start" targetRef="charge" />
        <serviceTask id="charge" name="Charge the card" camunda:type="external" camunda:topic="charge" />
        <sequenceFlow id="toNext" sourceRef="charge" targetRef="next" />
        {next}
        """);

    public static string Of(string process, string root = "") =>
        $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="shop">
          <error id="declined" errorCode="DECLINED" />
          <error id="expired" errorCode="EXPIRED" />
          <error id="any" />
          {root}
          <process id="order" isExecutable="true">
            {process}
          </process>
        </definitions>
        """;

    public static string Input(string name, string output = "") =>
        $"""
        <extensionElements><camunda:inputOutput><camunda:inputParameter {name}>1</camunda:inputParameter>{output}</camunda:inputOutput></extensionElements>
        """;

    public static string Catching(string errorRef, string attachedTo = "charge") =>
        $"""
        <boundaryEvent id="catch" attachedToRef="{attachedTo}"><errorEventDefinition {errorRef} /></boundaryEvent>
        """;
}
