using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>The variables and properties that an expression reaches from an execution.</summary>
internal sealed class ExecutionScope(EngineState state, VariableStore variables, Execution execution, EngineTask? task) : IExpressionScope
{
    public DateTimeOffset Now => state.Now;

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

        // The engine defines this name even without a user who is logged in; it is null then.
        value = null;
        return name == "authenticatedUserId";
    }

    public EngineValue? GetTyped(string name) =>
        execution.VisibleVariables().FirstOrDefault(variable => variable.Name == name)?.Value;

    public void SetVariable(string name, object? value) => variables.Set(execution, name, ExpressionValues.ToEngine(value));

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
            ("externalTask", "workerId") when task is not null => (true, task.Data.WorkerId),
            ("externalTask", "topicName") when task is not null => (true, task.Topic),
            ("externalTask", "errorMessage") when task is not null => (true, task.Data.ErrorMessage),
            ("externalTask", "errorDetails") when task is not null => (true, task.Data.ErrorDetails),
            ("externalTask", "retries") when task is not null => (true, task.Data.Retries),
            ("externalTask", "priority") when task is not null => (true, task.Data.Priority),
            _ => (false, (object?)null),
        };
        return known;
    }
}
