namespace Camunda.ExternalTask;

/// <summary>
/// Declares a BPMN error that a handler may report, so that the compiler can check it against the model. Types that are nested in the
/// handler and have <see cref="BpmnErrorAttribute"/> need no declaration.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReportsBpmnErrorAttribute : Attribute
{
    /// <summary>Declares an error type.</summary>
    /// <param name="errorType">A record with <see cref="BpmnErrorAttribute"/>.</param>
    public ReportsBpmnErrorAttribute(Type errorType) => ErrorType = errorType;

    /// <summary>Declares an error code.</summary>
    /// <param name="code">The error code, case-sensitive.</param>
    public ReportsBpmnErrorAttribute(string code) => Code = code;

    /// <summary>The declared error type, or null if a code is declared.</summary>
    public Type? ErrorType { get; }

    /// <summary>The declared error code, or null if a type is declared.</summary>
    public string? Code { get; }
}
