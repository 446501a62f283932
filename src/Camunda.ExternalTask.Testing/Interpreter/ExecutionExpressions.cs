using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>Creates evaluators for expressions that run in an execution.</summary>
internal sealed class ExecutionExpressions(EngineState state, VariableStore variables)
{
    public ExpressionEvaluator In(Execution execution) => new(new ExecutionScope(state, variables, execution, execution.Task));
}
