// The public shapes of Camunda.Worker from 0.14 on, as far as handlers use them, for the example of the migration guide.
#nullable enable
using System.Text.Json.Nodes;
using Camunda.Worker.Variables;

namespace Camunda.Worker
{
    public interface IExternalTaskHandler
    {
        Task<IExecutionResult> HandleAsync(ExternalTask externalTask, CancellationToken cancellationToken);
    }

    public abstract class ExternalTaskHandler : IExternalTaskHandler
    {
        public virtual Task<IExecutionResult> HandleAsync(ExternalTask externalTask, CancellationToken cancellationToken) => HandleAsync(externalTask);

        public virtual Task<IExecutionResult> HandleAsync(ExternalTask externalTask) => throw new NotImplementedException();
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class HandlerTopicsAttribute(params string[] topicNames) : Attribute
    {
        public IReadOnlyList<string> TopicNames { get; } = topicNames;

        public int LockDuration { get; set; }
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class HandlerVariablesAttribute(params string[] variables) : Attribute
    {
        public IReadOnlyList<string> Variables { get; } = variables;

        public bool AllVariables { get; set; }

        public bool LocalVariables { get; set; }
    }

    public interface IExecutionResult;

    public sealed class CompleteResult : IExecutionResult
    {
        public Dictionary<string, VariableBase>? Variables { get; set; }

        public Dictionary<string, VariableBase>? LocalVariables { get; set; }
    }

    public sealed class BpmnErrorResult(string errorCode, string errorMessage, Dictionary<string, VariableBase>? variables = null) : IExecutionResult
    {
        public string ErrorCode { get; } = errorCode;

        public string ErrorMessage { get; } = errorMessage;

        public Dictionary<string, VariableBase>? Variables { get; } = variables;
    }

    public sealed class FailureResult : IExecutionResult
    {
        public FailureResult(Exception exception)
            : this(exception.Message, exception.StackTrace ?? "")
        {
        }

        public FailureResult(string errorMessage, string errorDetails) => (ErrorMessage, ErrorDetails) = (errorMessage, errorDetails);

        public string ErrorMessage { get; }

        public string ErrorDetails { get; }

        public int? Retries { get; set; }

        public int? RetryTimeout { get; set; }
    }

    public class ExternalTask(string id, string workerId, string topicName)
    {
        public string Id { get; } = id;

        public string WorkerId { get; } = workerId;

        public string TopicName { get; } = topicName;

        public string? ActivityId { get; set; }

        public string? ProcessInstanceId { get; set; }

        public string? BusinessKey { get; set; }

        public int? Retries { get; set; }

        public Dictionary<string, VariableBase> Variables { get; set; } = [];
    }

    public static class ExternalTaskExtensions
    {
        public static bool TryGetVariable<T>(this ExternalTask task, string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? variable)
            where T : VariableBase
        {
            variable = task.Variables.TryGetValue(name, out var found) ? found as T : null;
            return variable is not null;
        }
    }
}

namespace Camunda.Worker.Variables
{
    public abstract record VariableBase;

    public record StringVariable(string Value) : VariableBase;

    public record BooleanVariable(bool Value) : VariableBase;

    public record ShortVariable(short Value) : VariableBase;

    public record IntegerVariable(int Value) : VariableBase;

    public record LongVariable(long Value) : VariableBase;

    public record DoubleVariable(double Value) : VariableBase;

    public record BytesVariable(byte[] Value) : VariableBase;

    public record NullVariable : VariableBase;

    public record JsonVariable(JsonNode Value) : VariableBase
    {
        public static JsonVariable Create<T>(T value) => new(System.Text.Json.JsonSerializer.SerializeToNode(value)!);
    }
}
