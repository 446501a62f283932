namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>Builds short models; in all of them <c>~</c> is the session's own text.</summary>
public static class Bpmn
{
    public const string Start = "<startEvent id=\"s\" />";

    public const string End = "<endEvent id=\"e\" />";

    /// <summary>A process of these elements, with the errors that cases use.</summary>
    public static string Process(string key, string content, string attributes = "", string roots = "") => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="cases">
          <error id="NoStock" errorCode="NO_STOCK" />
          {roots}
          <process id="{key}" isExecutable="true" camunda:historyTimeToLive="30" {attributes}>
            {content}
          </process>
        </definitions>
        """;

    public static string OneTask(string key, string extensions = "", string processAttributes = "", string taskAttributes = "") => Process(
        key,
        $"{Start}{Flow("s", "t")}{Task("t", key, extensions, taskAttributes)}{Flow("t", "e")}{End}",
        processAttributes);

    public static string Task(string id, string topic, string extensions = "", string attributes = "") =>
        $"<serviceTask id=\"{id}\" camunda:type=\"external\" camunda:topic=\"{topic}\" {attributes}>{extensions}</serviceTask>";

    /// <summary>A flow; its id is made of what it connects and of the condition's place among several.</summary>
    public static string Flow(string source, string target, string? condition = null, int number = 1) =>
        $"<sequenceFlow id=\"{source}_{target}_{number}\" sourceRef=\"{source}\" targetRef=\"{target}\">{Condition(condition)}</sequenceFlow>";

    /// <summary>The flows from each node to the next one.</summary>
    public static string Path(params string[] nodes) => string.Concat(nodes.Zip(nodes.Skip(1), static (source, target) => Flow(source, target)));

    public static string Mapping(string parameters) => $"<extensionElements><camunda:inputOutput>{parameters}</camunda:inputOutput></extensionElements>";

    public static string ErrorBoundary(string id, string task, string? errorRef = "NoStock") =>
        $"<boundaryEvent id=\"{id}\" attachedToRef=\"{task}\"><errorEventDefinition {(errorRef is null ? "" : $"errorRef=\"{errorRef}\"")} "
        + "camunda:errorCodeVariable=\"codeVar\" camunda:errorMessageVariable=\"msgVar\" /></boundaryEvent>";

    private static string Condition(string? condition) =>
        condition is null ? "" : $"<conditionExpression xsi:type=\"tFormalExpression\"><![CDATA[{condition}]]></conditionExpression>";
}
