namespace Camunda.ExternalTask.Generators.Models;

/// <summary>What an input does when a variable is absent.</summary>
internal enum Presence
{
    /// <summary>The task fails. A nullable required property takes null, but not absence.</summary>
    Required,

    /// <summary>The property is null.</summary>
    Null,

    /// <summary>The property has a default that is a constant.</summary>
    Default,

    /// <summary>The property keeps what its initializer says.</summary>
    Initializer,

    /// <summary>The property is an absent <c>Optional&lt;T&gt;</c>.</summary>
    Absent,
}
