namespace Camunda.ExternalTask;

/// <summary>
/// A BPMN error: the task ends and the process goes on where the model catches the code. A code that nothing catches ends the execution
/// silently (the engine answers 204).
/// </summary>
/// <remarks>Derive from it with <see cref="BpmnErrorAttribute"/> to give an error a type and variables.</remarks>
public record BpmnError : ITaskOutput
{
    private readonly string? _code;
    private readonly string? _message;

    /// <summary>For generated types, which override <see cref="ErrorCode"/>.</summary>
    protected BpmnError()
    {
    }

    /// <summary>An error without a type of its own.</summary>
    /// <param name="errorCode">The code, case-sensitive; not blank (the engine answers 500 to an empty one).</param>
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

    /// <summary>Untyped variables for the catching scope, or null. Generated types write their properties, too.</summary>
    public IReadOnlyDictionary<string, TypedValue>? Variables { get; init; }

    /// <inheritdoc/>
    public virtual void WriteVariables(VariableWriter variables) => variables.WriteAll(Variables);
}
