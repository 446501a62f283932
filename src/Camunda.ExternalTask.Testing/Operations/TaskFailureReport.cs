using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>A worker's report of a failure, with the retry timeout in milliseconds.</summary>
internal sealed record TaskFailureReport(int Retries, long RetryTimeout, string? Message, string? Details)
{
    public List<(string Name, EngineValue Value)>? Variables { get; init; }

    public List<(string Name, EngineValue Value)>? LocalVariables { get; init; }
}
