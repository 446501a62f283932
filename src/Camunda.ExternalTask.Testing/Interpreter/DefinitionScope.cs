using Camunda.ExternalTask.Testing.Expressions;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Interpreter;

/// <summary>What an expression reaches outside of an instance.</summary>
internal sealed class DefinitionScope(EngineState state) : IExpressionScope
{
    public DateTimeOffset Now => state.Now;

    public bool TryGetVariable(string name, out object? value)
    {
        value = null;
        return false;
    }

    public EngineValue? GetTyped(string name) => null;

    public void SetVariable(string name, object? value) => throw new ExpressionException("There is no execution.");

    public bool TryGetProperty(string target, string name, out object? value)
    {
        value = null;
        return false;
    }
}
