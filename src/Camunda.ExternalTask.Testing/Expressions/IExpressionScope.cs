using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>Variables and objects that an expression can use.</summary>
internal interface IExpressionScope
{
    DateTimeOffset Now { get; }

    /// <summary>Gets a variable from the innermost scope that has it, in the form that expressions use.</summary>
    bool TryGetVariable(string name, out object? value);

    /// <summary>A variable with its type; null if there is none.</summary>
    EngineValue? GetTyped(string name);

    void SetVariable(string name, object? value);

    /// <summary>Gets a property of <c>execution</c> or <c>externalTask</c>.</summary>
    bool TryGetProperty(string target, string name, out object? value);
}
