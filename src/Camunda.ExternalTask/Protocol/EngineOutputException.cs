namespace Camunda.ExternalTask.Protocol;

/// <summary>A result cannot be written: it holds something that must not be sent, or its own code failed.</summary>
internal sealed class EngineOutputException(string message, Exception innerException) : Exception(message, innerException);
