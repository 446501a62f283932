namespace Camunda.ExternalTask;

/// <summary>Maps a property of an input, an output or a BPMN error to a variable of the engine.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class VariableAttribute : Attribute
{
    /// <summary>Keeps the default name, which is the property's name in camelCase.</summary>
    public VariableAttribute()
    {
    }

    /// <summary>Names the variable.</summary>
    /// <param name="name">The variable's name, case-sensitive.</param>
    public VariableAttribute(string name) => Name = name;

    /// <summary>The variable's name, or null for the property's name in camelCase.</summary>
    public string? Name { get; }

    /// <summary>
    /// The scope to which an output is written: the process (the default), or the local scope of the task, which only its output parameters
    /// and error definitions see.
    /// </summary>
    public VariableScope Scope { get; set; }

    /// <summary>The engine type with which an output is written. <see cref="VariableType.Default"/> follows the property's type.</summary>
    public VariableType Type { get; set; }

    /// <summary>
    /// Whether reading accepts only the engine type with which the property is written. If false (default), values that can be converted
    /// without loss are converted, such as numbers in text form and wider numbers.
    /// </summary>
    public bool Strict { get; set; }

    /// <summary>Whether the engine keeps an output out of its database. Only the steps of the same transaction see it.</summary>
    public bool Transient { get; set; }

    /// <summary>
    /// The Java class name with which an output of type <see cref="VariableType.Object"/> is written, for example
    /// <c>com.example.Customer</c>.
    /// </summary>
    public string? ObjectTypeName { get; set; }
}
