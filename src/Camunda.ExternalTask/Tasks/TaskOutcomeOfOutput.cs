namespace Camunda.ExternalTask;

/// <summary>
/// The outcome of a task whose handler has an output. An output, a <see cref="BpmnError"/>, a <see cref="TaskFailure"/> and a
/// <see cref="TaskOutcome"/> convert to it implicitly, so a handler can write <c>return new NoStock("A-1");</c>.
/// </summary>
/// <typeparam name="TOutput">The type of the output.</typeparam>
public readonly struct TaskOutcome<TOutput>
    where TOutput : ITaskOutput
{
    private readonly TaskOutcome _outcome;

    private TaskOutcome(TaskOutcome outcome) => _outcome = outcome;

    /// <summary>The kind of the outcome.</summary>
    public TaskOutcomeKind Kind => _outcome.Kind;

    /// <summary>The output of a completion; the default value of the type for other outcomes.</summary>
    public TOutput? Output => _outcome.Output is TOutput output ? output : default;

    /// <summary>The BPMN error, or null for other outcomes.</summary>
    public BpmnError? BpmnError => _outcome.BpmnError;

    /// <summary>The failure of a failure or an incident, or null for other outcomes.</summary>
    public TaskFailure? Failure => _outcome.Failure;

    /// <summary>Converts an output into a completion.</summary>
    /// <param name="output">The output.</param>
    public static implicit operator TaskOutcome<TOutput>(TOutput output) => new(TaskOutcome.Completed(output));

    /// <summary>Converts a BPMN error into an outcome.</summary>
    /// <param name="error">The error.</param>
    public static implicit operator TaskOutcome<TOutput>(BpmnError error) => new(error);

    /// <summary>Converts a failure into an outcome.</summary>
    /// <param name="failure">The failure.</param>
    public static implicit operator TaskOutcome<TOutput>(TaskFailure failure) => new(failure);

    /// <summary>Converts an outcome without a type of output.</summary>
    /// <param name="outcome">The outcome.</param>
    public static implicit operator TaskOutcome<TOutput>(TaskOutcome outcome) => new(outcome);

    /// <summary>Converts to an outcome without a type of output.</summary>
    /// <param name="outcome">The outcome.</param>
    public static implicit operator TaskOutcome(TaskOutcome<TOutput> outcome) => outcome._outcome;
}
