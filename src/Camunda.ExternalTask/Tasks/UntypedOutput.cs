namespace Camunda.ExternalTask;

/// <summary>
/// Untyped variables, for a handler that is a delegate or does not know its output before it runs:
/// <c>TaskOutcome.Completed(new UntypedOutput { ["score"] = 5 })</c>, or
/// <c>new UntypedOutput().Set("score", 5).SetTransient("token", token).SetLocal("source", "bureau")</c>.
/// </summary>
public sealed class UntypedOutput : ITaskOutput
{
    /// <summary>Creates an output without variables.</summary>
    public UntypedOutput()
        : this(null)
    {
    }

    /// <summary>Creates an output with copies of the given variables.</summary>
    /// <param name="variables">Variables of the process, or null.</param>
    /// <param name="localVariables">Local variables of the task, or null.</param>
    public UntypedOutput(IReadOnlyDictionary<string, TypedValue>? variables, IReadOnlyDictionary<string, TypedValue>? localVariables = null)
    {
        Variables = new(variables ?? new Dictionary<string, TypedValue>(), StringComparer.Ordinal);
        LocalVariables = new(localVariables ?? new Dictionary<string, TypedValue>(), StringComparer.Ordinal);
    }

    /// <summary>
    /// Variables of the process. Each is written to the innermost scope that already has a variable of this name, or else to the process
    /// instance.
    /// </summary>
    public Dictionary<string, TypedValue> Variables { get; }

    /// <summary>Local variables of the task, which only its output parameters and error definitions see.</summary>
    public Dictionary<string, TypedValue> LocalVariables { get; }

    /// <summary>A variable of the process.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    public TypedValue this[string name]
    {
        get => Variables[name];
        set => Variables[name] = value;
    }

    /// <summary>Sets a variable of the process.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The value. <see cref="TypedValue.Of"/> determines its engine type.</param>
    /// <returns>This output.</returns>
    /// <exception cref="ArgumentException">The value has no engine type. Pass it as <see cref="TypedValue.Json{T}"/>.</exception>
    public UntypedOutput Set(string name, object? value) => SetTyped(name, TypedValue.Of(value));

    /// <summary>Sets a variable of the process to a value with its engine type.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The value.</param>
    /// <returns>This output.</returns>
    public UntypedOutput SetTyped(string name, TypedValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Variables[name] = value;
        return this;
    }

    /// <summary>
    /// Sets a transient variable of the process, which the engine keeps out of its database. Only the steps of the same transaction see it.
    /// </summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The value, as in <see cref="Set"/>.</param>
    /// <returns>This output.</returns>
    /// <exception cref="ArgumentException">The value has no engine type.</exception>
    public UntypedOutput SetTransient(string name, object? value) => SetTyped(name, TypedValue.Of(value).AsTransient());

    /// <summary>Sets a local variable of the task.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The value, as in <see cref="Set"/>. A <see cref="TypedValue"/> keeps its engine type.</param>
    /// <returns>This output.</returns>
    /// <exception cref="ArgumentException">The value has no engine type.</exception>
    public UntypedOutput SetLocal(string name, object? value)
    {
        LocalVariables[name] = TypedValue.Of(value);
        return this;
    }

    /// <summary>Sets several variables of the process.</summary>
    /// <param name="values">Names and values, as in <see cref="Set"/>.</param>
    /// <returns>This output.</returns>
    /// <exception cref="ArgumentException">A value has no engine type.</exception>
    public UntypedOutput SetAll(IEnumerable<KeyValuePair<string, object?>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (name, value) in values)
        {
            Set(name, value);
        }

        return this;
    }

    /// <summary>
    /// Sets several variables of the process to values with their engine types, for example those of a task:
    /// <c>SetAllTyped(task.Variables.ToDictionary())</c>.
    /// </summary>
    /// <param name="values">Names and values.</param>
    /// <returns>This output.</returns>
    public UntypedOutput SetAllTyped(IEnumerable<KeyValuePair<string, TypedValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (name, value) in values)
        {
            SetTyped(name, value);
        }

        return this;
    }

    /// <inheritdoc/>
    public void WriteVariables(VariableWriter variables) => variables.WriteAll(Variables);

    /// <inheritdoc/>
    public void WriteLocalVariables(VariableWriter variables) => variables.WriteAll(LocalVariables);
}
