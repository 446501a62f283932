namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record a BPMN error that a handler can return. Boundary events and event subprocesses catch its code. Its
/// properties become variables of the catching scope. The source generator derives the record from <see cref="BpmnError"/>.
/// </summary>
/// <param name="code">The error code (<c>errorCode</c> in the model). The engine compares it case-sensitively.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BpmnErrorAttribute(string code) : Attribute
{
    /// <summary>The error code (<c>errorCode</c> in the model). The engine compares it case-sensitively.</summary>
    public string Code { get; } = code;

    /// <summary>The message for the catching event (<c>camunda:errorMessageVariable</c>), or null.</summary>
    public string? Message { get; set; }
}
