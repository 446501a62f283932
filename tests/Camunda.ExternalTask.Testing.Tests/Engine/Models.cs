namespace Camunda.ExternalTask.Testing.Tests.Engine;

/// <summary>Short models for tests.</summary>
internal static class Models
{
    /// <summary>A process from its content, with the usual namespaces and root errors.</summary>
    public static string Process(string id, string content, string attributes = "camunda:historyTimeToLive=\"30\"", string roots = "") => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="tests">
          {roots}
          <process id="{id}" isExecutable="true" {attributes}>
        {content}
          </process>
        </definitions>
        """;

    /// <summary>Start, one external task with the process's id as its topic, end.</summary>
    public static string OneTask(string id, string extensions = "", string attributes = "") => Process(id, $"""
        <startEvent id="start" />
        <sequenceFlow id="f1" sourceRef="start" targetRef="task" />
        <serviceTask id="task" camunda:type="external" camunda:topic="{id}" {attributes}>{extensions}</serviceTask>
        <sequenceFlow id="f2" sourceRef="task" targetRef="end" />
        <endEvent id="end" />
        """);

    public static string InputOutput(string parameters) =>
        $"<extensionElements><camunda:inputOutput>{parameters}</camunda:inputOutput></extensionElements>";
}
