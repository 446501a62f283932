namespace Camunda.ExternalTask;

/// <summary>
/// Variables without a type of their own, for a handler that is a delegate or does not know its output before it runs:
/// <c>TaskOutcome.Completed(new UntypedOutput { ["score"] = 5 })</c>, or
/// <c>new UntypedOutput().Set("score", 5).SetTransient("token", token).SetLocal("source", "bureau")</c>.
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

    /// <summary>Sets a variable of the process.</summary>
    /// <param name="name">Its name, case-sensitive.</param>
    /// <param name="value">Its value, whose engine type is that of <see cref="TypedValue.Of"/>.</param>
    /// <returns>This output.</returns>
    /// <exception cref="ArgumentException">The value has no engine type; give it to <see cref="TypedValue.Json{T}"/>.</exception>
    public UntypedOutput Set(string name, object? value) => SetTyped(name, TypedValue.Of(value));

    /// <summary>Sets a variable of the process to a value with its engine type.</summary>
    /// <param name="name">Its name, case-sensitive.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This output.</returns>
    public UntypedOutput SetTyped(string name, TypedValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Variables[name] = value;
        return this;
    }

    /// <summary>Sets a variable of the process that the engine keeps out of its database: the steps of the same transaction see it, nobody later.</summary>
    /// <param name="name">Its name, case-sensitive.</param>
    /// <param name="value">Its value, as of <see cref="Set"/>.</param>
    /// <returns>This output.</returns>
    /// <exception cref="ArgumentException">The value has no engine type.</exception>
    public UntypedOutput SetTransient(string name, object? value) => SetTyped(name, TypedValue.Of(value).AsTransient());

    /// <summary>Sets a variable of the task's own scope.</summary>
    /// <param name="name">Its name, case-sensitive.</param>
    /// <param name="value">Its value, as of <see cref="Set"/>; a <see cref="TypedValue"/> is taken as it is.</param>
    /// <returns>This output.</returns>
    /// <exception cref="ArgumentException">The value has no engine type.</exception>
    public UntypedOutput SetLocal(string name, object? value)
    {
        LocalVariables[name] = TypedValue.Of(value);
        return this;
    }

    /// <summary>Sets several variables of the process.</summary>
    /// <param name="values">Names and values, as of <see cref="Set"/>.</param>
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

    /// <summary>Sets several variables of the process to values with their engine types, for example those of a task: <c>SetAllTyped(task.Variables.ToDictionary())</c>.</summary>
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
