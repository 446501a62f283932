namespace Camunda.ExternalTask;

/// <summary>
/// Variables without a type of their own, for a handler that is a delegate or does not know its output before it runs:
/// <c>TaskOutcome.Completed(new UntypedOutput { ["score"] = 5 })</c>.
/// </summary>
public sealed class UntypedOutput : ITaskOutput
{
    /// <summary>An output without variables.</summary>
    public UntypedOutput()
        : this(null)
    {
    }

    /// <summary>An output with copies of these variables.</summary>
    /// <param name="variables">Variables of the process, or null.</param>
    /// <param name="localVariables">Variables of the task's own scope, or null.</param>
    public UntypedOutput(IReadOnlyDictionary<string, TypedValue>? variables, IReadOnlyDictionary<string, TypedValue>? localVariables = null)
    {
        Variables = new(variables ?? new Dictionary<string, TypedValue>(), StringComparer.Ordinal);
        LocalVariables = new(localVariables ?? new Dictionary<string, TypedValue>(), StringComparer.Ordinal);
    }

    /// <summary>Variables of the process: where one of the name is already, else of the process instance.</summary>
    public Dictionary<string, TypedValue> Variables { get; }

    /// <summary>Variables of the task's own scope, which only its output parameters and error definitions see.</summary>
    public Dictionary<string, TypedValue> LocalVariables { get; }

    /// <summary>A variable of the process.</summary>
    /// <param name="name">Its name, case-sensitive.</param>
    public TypedValue this[string name]
    {
        get => Variables[name];
        set => Variables[name] = value;
    }

    /// <inheritdoc/>
    public void WriteVariables(VariableWriter variables) => variables.WriteAll(Variables);

    /// <inheritdoc/>
    public void WriteLocalVariables(VariableWriter variables) => variables.WriteAll(LocalVariables);
}
