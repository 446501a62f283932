namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The benchmark cannot be run or its result cannot be trusted.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
