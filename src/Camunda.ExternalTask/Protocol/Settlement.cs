namespace Camunda.ExternalTask.Protocol;

/// <summary>The one call that ends a task, as it goes to the engine.</summary>
internal sealed record Settlement(SettlementKind Kind)
{
    public static Settlement Unlock { get; } = new(SettlementKind.Unlock);

    /// <summary>The variables of a completion or a BPMN error.</summary>
    public ITaskOutput? Output { get; init; }

    public string? ErrorCode { get; init; }

    public string? Message { get; init; }

    public string? Details { get; init; }

    public int Retries { get; init; }

    public TimeSpan RetryTimeout { get; init; }

    public IReadOnlyDictionary<string, TypedValue>? Variables { get; init; }

    public IReadOnlyDictionary<string, TypedValue>? LocalVariables { get; init; }

    /// <summary>Whether it takes the place of a result that the engine would not have.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Makes the call of an outcome. A failure without retries of its own follows the cycle: one less than the task had.</summary>
    public static Settlement Of(in TaskOutcome outcome, int? retriesBefore, RetryCycle cycle) => outcome.Kind switch
    {
        TaskOutcomeKind.BpmnError => new(SettlementKind.BpmnError)
        {
            ErrorCode = outcome.BpmnError!.ErrorCode,
            Message = outcome.BpmnError.ErrorMessage,
            Output = outcome.BpmnError,
        },
        TaskOutcomeKind.Failure or TaskOutcomeKind.Incident => Of(outcome.Failure!, retriesBefore, cycle),
        TaskOutcomeKind.Released => Unlock,
        _ => new(SettlementKind.Complete) { Output = outcome.Output },
    };

    public static Settlement Of(TaskFailure failure, int? retriesBefore, RetryCycle cycle)
    {
        var retries = Math.Max(0, failure.Retries ?? (retriesBefore - 1 ?? cycle.Retries));
        return new(SettlementKind.Failure)
        {
            Message = failure.Message,
            Details = failure.Details,
            Retries = retries,
            RetryTimeout = retries == 0 ? TimeSpan.Zero : failure.RetryTimeout ?? cycle.IntervalBefore(retries),
            Variables = failure.Variables,
            LocalVariables = failure.LocalVariables,
        };
    }
}

/// <summary>The calls that end a task.</summary>
internal enum SettlementKind
{
    Complete,
    BpmnError,
    Failure,
    Unlock,
}
