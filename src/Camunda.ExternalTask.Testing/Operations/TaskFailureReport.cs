using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>What a worker says about a failure; the retry timeout is in milliseconds.</summary>
internal sealed record TaskFailureReport(int Retries, long RetryTimeout, string? Message, string? Details)
{
    public List<(string Name, EngineValue Value)>? Variables { get; init; }

    public List<(string Name, EngineValue Value)>? LocalVariables { get; init; }
}
