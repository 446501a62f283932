namespace Camunda.ExternalTask;

/// <summary>
/// What a handler with an output makes of a task. An output, a <see cref="BpmnError"/>, a <see cref="TaskFailure"/> and a
/// <see cref="TaskOutcome"/> convert into it, so that <c>return new NoStock("A-1");</c> is enough.
/// </summary>
/// <typeparam name="TOutput">The output of a completion.</typeparam>
public readonly struct TaskOutcome<TOutput>
    where TOutput : ITaskOutput
{
    private readonly TaskOutcome _outcome;

    private TaskOutcome(TaskOutcome outcome) => _outcome = outcome;

    /// <summary>Which of the outcomes it is.</summary>
    public TaskOutcomeKind Kind => _outcome.Kind;

    /// <summary>The output of a completion; the default of the type for another outcome.</summary>
    public TOutput? Output => _outcome.Output is TOutput output ? output : default;

    /// <summary>The BPMN error, or null for another outcome.</summary>
    public BpmnError? BpmnError => _outcome.BpmnError;

    /// <summary>The failure of a failure or an incident, or null for another outcome.</summary>
    public TaskFailure? Failure => _outcome.Failure;

    /// <summary>The task is done.</summary>
    /// <param name="output">Its variables.</param>
    public static implicit operator TaskOutcome<TOutput>(TOutput output) => new(TaskOutcome.Completed(output));

    /// <summary>A BPMN error is an outcome.</summary>
    /// <param name="error">The error.</param>
    public static implicit operator TaskOutcome<TOutput>(BpmnError error) => new(error);

    /// <summary>A failure is an outcome.</summary>
    /// <param name="failure">The failure.</param>
    public static implicit operator TaskOutcome<TOutput>(TaskFailure failure) => new(failure);

    /// <summary>An outcome without output is an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public static implicit operator TaskOutcome<TOutput>(TaskOutcome outcome) => new(outcome);

    /// <summary>The outcome without its output's type.</summary>
    /// <param name="outcome">The outcome.</param>
    public static implicit operator TaskOutcome(TaskOutcome<TOutput> outcome) => outcome._outcome;
}
