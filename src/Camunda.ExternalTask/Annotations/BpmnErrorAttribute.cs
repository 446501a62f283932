namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record a BPMN error a handler may return: its code is caught by boundary events and event subprocesses, its
/// properties become variables of the catching scope. The source generator derives it from <see cref="BpmnError"/>.
/// </summary>
/// <param name="code">The error code (<c>errorCode</c> in the model), compared case-sensitively by the engine.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BpmnErrorAttribute(string code) : Attribute
{
    /// <summary>The error code (<c>errorCode</c> in the model), compared case-sensitively by the engine.</summary>
    public string Code { get; } = code;

    /// <summary>The message handed to the catching event (<c>camunda:errorMessageVariable</c>), or null.</summary>
    public string? Message { get; set; }
}
