namespace Camunda.ExternalTask.Testing;

/// <summary>
/// What a Java class, bean, script or listener of a model receives in the engine. <see cref="InMemoryEngine.Implement(string, Action{DelegateExecution})"/>
/// passes it to the implementation of the test. Valid only during the call.
/// </summary>
public sealed class DelegateExecution
{
    internal DelegateExecution(IDelegateScope scope) => Scope = scope;

    /// <summary>The id of the process instance.</summary>
    public string ProcessInstanceId => Scope.ProcessInstanceId;

    /// <summary>The business key of the instance; null if it has none.</summary>
    public string? BusinessKey => Scope.BusinessKey;

    /// <summary>The id of the activity in the model; null outside of activities.</summary>
    public string? ActivityId => Scope.ActivityId;

    /// <summary>The event of a listener, such as <c>start</c> or <c>complete</c>; null for a task.</summary>
    public string? EventName => Scope.EventName;

    private IDelegateScope Scope { get; }

    /// <summary>Gets a variable from the innermost scope that has it.</summary>
    /// <param name="name">The variable's name.</param>
    /// <returns>
    /// The value: bool, short, int, long, double, string, <see cref="DateTimeOffset"/>, byte[], or null for null and for a missing variable; JSON, XML and
    /// objects as their text.
    /// </returns>
    public object? GetVariable(string name) => Scope.GetVariable(name);

    /// <summary>Sets a variable in the innermost scope that has it, or in the process instance.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">A value that <see cref="EngineVariable.Of"/> accepts.</param>
    public void SetVariable(string name, object? value) => Scope.SetVariable(name, value, isLocal: false);

    /// <summary>Sets a variable of the activity.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">A value that <see cref="EngineVariable.Of"/> accepts.</param>
    public void SetVariableLocal(string name, object? value) => Scope.SetVariable(name, value, isLocal: true);
}

/// <summary>The access of an implementation to the execution.</summary>
internal interface IDelegateScope
{
    string ProcessInstanceId { get; }

    string? BusinessKey { get; }

    string? ActivityId { get; }

    string? EventName { get; }

    object? GetVariable(string name);

    void SetVariable(string name, object? value, bool isLocal);
}
