namespace Camunda.ExternalTask;

/// <summary>Says how a property of an input, an output or a BPMN error maps to a variable of the engine.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class VariableAttribute : Attribute
{
    /// <summary>Keeps the default name: the property's in camelCase.</summary>
    public VariableAttribute()
    {
    }

    /// <summary>Names the variable.</summary>
    /// <param name="name">The variable's name, case-sensitive.</param>
    public VariableAttribute(string name) => Name = name;

    /// <summary>The variable's name, or null for the property's in camelCase.</summary>
    public string? Name { get; }

    /// <summary>Where an output is written: to the process (the default) or to the task's own scope, where only its output parameters and error definitions see it.</summary>
    public VariableScope Scope { get; set; }

    /// <summary>The engine type an output is written as. <see cref="VariableType.Default"/> follows the property's type.</summary>
    public VariableType Type { get; set; }

    /// <summary>Refuses to convert on reading: only the engine type that the property is written as is accepted. Without it whatever fits without loss is converted (text that models carry, wider numbers).</summary>
    public bool Strict { get; set; }

    /// <summary>Keeps an output out of the engine's database: it is visible to the steps of the same transaction only.</summary>
    public bool Transient { get; set; }

    /// <summary>The Java class name an output of type <see cref="VariableType.Object"/> is written with, for example <c>com.example.Customer</c>.</summary>
    public string? ObjectTypeName { get; set; }
}
