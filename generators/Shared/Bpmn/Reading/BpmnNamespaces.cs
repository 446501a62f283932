using System;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>The namespaces of BPMN and of the engines' extensions.</summary>
internal static class BpmnNamespaces
{
    public const string Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string Camunda = "http://camunda.org/schema/1.0/bpmn";
    public const string Operaton = "http://operaton.org/schema/1.0/bpmn";
    public const string Activiti = "http://activiti.org/bpmn";
    public const string Modeler = "http://camunda.org/schema/modeler/1.0";
    public const string Zeebe = "http://camunda.org/schema/zeebe/1.0";
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly string[] CamundaFirst =
    [
        Camunda,
        Operaton,
        Activiti,
        "http://fluxnova.finos.org/schema/1.0/bpmn",
        "http://fluxnova.org/schema/1.0/bpmn",
        "http://orqueio.io/schema/1.0/bpmn",
    ];

    private static readonly string[] OperatonFirst = [Operaton, Camunda, .. CamundaFirst.AsSpan(3)];

    /// <summary>The extension namespaces of all engines for a model whose execution platform is Operaton. Operaton does not read Activiti's.</summary>
    public static string[] AllOperatonFirst => OperatonFirst;

    /// <summary>The extension namespaces of a dialect, the preferred one first.</summary>
    public static string[] ExtensionsOf(BpmnDialect dialect) => dialect switch
    {
        BpmnDialect.Camunda => [Camunda, Activiti],
        BpmnDialect.Operaton => [Operaton, Camunda],
        _ => CamundaFirst,
    };
}
