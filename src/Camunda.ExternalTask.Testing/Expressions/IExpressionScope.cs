namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>What an expression can reach.</summary>
internal interface IExpressionScope
{
    DateTimeOffset Now { get; }

    /// <summary>The variable as expressions see it, from the innermost scope that has it.</summary>
    bool TryGetVariable(string name, out object? value);

    void SetVariable(string name, object? value);

    /// <summary>A property of <c>execution</c> or <c>externalTask</c>.</summary>
    bool TryGetProperty(string target, string name, out object? value);
}
