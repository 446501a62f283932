namespace Camunda.ExternalTask;

/// <summary>
/// A BPMN error. The task ends, and the process continues where the model catches the code. If nothing catches the code, the engine ends
/// the execution silently (it answers 204).
/// </summary>
/// <remarks>Derive from this type with <see cref="BpmnErrorAttribute"/> to give an error typed variables.</remarks>
public record BpmnError : ITaskOutput
{
    private readonly string? _code;
    private readonly string? _message;

    /// <summary>Creates an error of a generated type, which overrides <see cref="ErrorCode"/>.</summary>
    protected BpmnError()
    {
    }

    /// <summary>Creates an error without a generated type.</summary>
    /// <param name="errorCode">The code, case-sensitive; not blank (the engine answers 500 to an empty code).</param>
    /// <param name="errorMessage">The message for the catching event, or null.</param>
    /// <exception cref="ArgumentException">The code is null or blank.</exception>
    public BpmnError(string errorCode, string? errorMessage = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(errorCode);
        _code = errorCode;
        _message = errorMessage;
    }

    /// <summary>The code, case-sensitive.</summary>
    public virtual string ErrorCode => _code!;

    /// <summary>The message for the catching event (<c>camunda:errorMessageVariable</c>), or null.</summary>
    public virtual string? ErrorMessage => _message;

    /// <summary>Untyped variables for the catching scope, or null. Generated types also write their properties.</summary>
    public IReadOnlyDictionary<string, TypedValue>? Variables { get; init; }

    /// <inheritdoc/>
    public virtual void WriteVariables(VariableWriter variables) => variables.WriteAll(Variables);
}
