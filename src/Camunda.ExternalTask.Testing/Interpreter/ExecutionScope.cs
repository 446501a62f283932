using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>What an expression sees from one execution.</summary>
internal sealed class ExecutionScope(Execution execution, EngineTask? task, DateTimeOffset now, Action<string, EngineValue> setVariable) : IExpressionScope
{
    public DateTimeOffset Now => now;

    public bool TryGetVariable(string name, out object? value)
    {
        for (var scope = execution; scope is not null; scope = scope.Parent)
        {
            if (scope.Variables.TryGetValue(name, out var variable))
            {
                value = variable.Value.ForExpression;
                return true;
            }
        }

        return TryGetProperty(name, out value);
    }

    public void SetVariable(string name, object? value) => setVariable(name, EngineValue.Of(value));

    public bool TryGetProperty(string target, string name, out object? value)
    {
        (var known, value) = (target, name) switch
        {
            ("execution", "id") => (true, execution.Id),
            ("execution", "processInstanceId") => (true, execution.Instance.Id),
            ("execution", "processBusinessKey" or "businessKey") => (true, execution.Instance.BusinessKey),
            ("execution", "processDefinitionId") => (true, execution.Instance.Definition.Id),
            ("execution", "tenantId") => (true, execution.Instance.Definition.TenantId),
            ("execution", "currentActivityId") => (execution.Node is not null, execution.Node?.Id),
            ("execution", "currentActivityName") => (execution.Node is not null, execution.Node?.Model.Name),
            ("execution", "activityInstanceId") => (true, execution.ActivityInstanceId),
            ("externalTask", "id") when task is not null => (true, task.Id),
            ("externalTask", "workerId") when task is not null => (true, task.WorkerId),
            ("externalTask", "topicName") when task is not null => (true, task.Topic),
            ("externalTask", "errorMessage") when task is not null => (true, task.ErrorMessage),
            ("externalTask", "errorDetails") when task is not null => (true, task.ErrorDetails),
            ("externalTask", "retries") when task is not null => (true, task.Retries),
            ("externalTask", "priority") when task is not null => (true, task.Priority),
            _ => (false, (object?)null),
        };
        return known;
    }

    private static bool TryGetProperty(string name, out object? value)
    {
        // Without a logged-in user the engine knows the name, and it is null.
        value = null;
        return name == "authenticatedUserId";
    }
}
