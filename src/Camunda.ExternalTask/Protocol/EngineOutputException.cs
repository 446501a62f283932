namespace Camunda.ExternalTask.Protocol;

/// <summary>Thrown when the output of a task cannot be written: it contains a value that must not be sent, or its code threw.</summary>
internal sealed class EngineOutputException(string message, Exception innerException) : Exception(message, innerException);
