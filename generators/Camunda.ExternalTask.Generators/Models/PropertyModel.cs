namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A property of an input, an output or a BPMN error.</summary>
internal sealed record PropertyModel
{
    /// <summary>The property's name as in code (<c>@class</c>).</summary>
    public required string Name { get; init; }

    /// <summary>Whether the property, or a member of its enum, is obsolete.</summary>
    public bool IsObsolete { get; init; }

    public PropertySource Source { get; init; }

    /// <summary>The name of the variable, of the extension property, or of the property of the task (<c>FetchedTask</c>).</summary>
    public required ConstantText SourceName { get; init; }

    public required ValueModel Value { get; init; }

    /// <summary>What happens if the variable is absent.</summary>
    public Presence Presence { get; init; }

    /// <summary>The C# expression of the default, where <see cref="Presence"/> is <see cref="Presence.Default"/>.</summary>
    public string? Default { get; init; }

    /// <summary>How the property of an input is set.</summary>
    public Assignment Assignment { get; init; }

    /// <summary>The position of the constructor's parameter, where <see cref="Assignment"/> is <see cref="Assignment.Constructor"/>.</summary>
    public int ConstructorPosition { get; init; }

    /// <summary>Whether C# requires it in the object initializer, even if the constructor sets it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The fully qualified type that declares the property, if its initializer applies to an absent variable.</summary>
    public string? DeclaringType { get; init; }

    public bool Strict { get; init; }

    /// <summary>
    /// The engine type that is written; <see cref="EngineType.Default"/> only for <see cref="ValueKind.TypedValue"/>,
    /// <see cref="ValueKind.Converted"/> and properties that are not variables.
    /// </summary>
    public EngineType WrittenAs { get; init; }

    /// <summary>Whether the variable is written to the scope of the task.</summary>
    public bool IsLocal { get; init; }

    public bool Transient { get; init; }

    /// <summary>Whether the property of a message selects the instance instead of setting a variable.</summary>
    public bool IsCorrelationKey { get; init; }

    public ConstantText? ObjectTypeName { get; init; }
}
