namespace Camunda.ExternalTask.Protocol;

/// <summary>The content of the call that ends a task.</summary>
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

    /// <summary>Whether it replaces a result that the engine refused.</summary>
    public bool IsFallback { get; init; }

    /// <summary>Creates the settlement of an outcome. A failure that sets no retries follows the cycle: one attempt less than the task had.</summary>
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

/// <summary>Calls that end a task.</summary>
internal enum SettlementKind
{
    Complete,
    BpmnError,
    Failure,
    Unlock,
}
