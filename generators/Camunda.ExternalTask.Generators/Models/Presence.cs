namespace Camunda.ExternalTask.Generators.Models;

/// <summary>What happens if the variable of an input property is absent.</summary>
internal enum Presence
{
    /// <summary>The task fails. A nullable required property accepts null, but not an absent variable.</summary>
    Required,

    /// <summary>The property is null.</summary>
    Null,

    /// <summary>The property has a constant as default.</summary>
    Default,

    /// <summary>The property keeps the value of its initializer.</summary>
    Initializer,

    /// <summary>The property is an absent <c>Optional&lt;T&gt;</c>.</summary>
    Absent,
}
