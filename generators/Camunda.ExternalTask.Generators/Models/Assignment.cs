namespace Camunda.ExternalTask.Generators.Models;

/// <summary>How a property of an input is set.</summary>
internal enum Assignment
{
    /// <summary>By a parameter of the constructor.</summary>
    Constructor,

    /// <summary>In the object initializer; <c>init</c> or <c>required</c>.</summary>
    Init,

    /// <summary>In the object initializer or later.</summary>
    Set,
}
