namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A property of an input, an output or a BPMN error.</summary>
internal sealed record PropertyModel
{
    /// <summary>The property's name as code writes it (<c>@class</c>).</summary>
    public required string Name { get; init; }

    public PropertySource Source { get; init; }

    /// <summary>The name of the variable, of the extension property, or of the property of the task (<c>FetchedTask</c>).</summary>
    public required ConstantText SourceName { get; init; }

    public required ValueModel Value { get; init; }

    /// <summary>What an input does without the variable.</summary>
    public Presence Presence { get; init; }

    /// <summary>The C# expression of the default, where <see cref="Presence"/> is <see cref="Presence.Default"/>.</summary>
    public string? Default { get; init; }

    /// <summary>How an input is given the value.</summary>
    public Assignment Assignment { get; init; }

    /// <summary>The position of the constructor's parameter, where <see cref="Assignment"/> is <see cref="Assignment.Constructor"/>.</summary>
    public int ConstructorPosition { get; init; }

    /// <summary>Whether the compiler wants it in the object initializer, even after the constructor has set it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The type that declares the property, as code anywhere writes it, where an initializer stands unless the variable is there.</summary>
    public string? DeclaringType { get; init; }

    public bool Strict { get; init; }

    /// <summary>What an output is written as; never <see cref="EngineType.Default"/> for a variable, except for <see cref="ValueKind.TypedValue"/> and <see cref="ValueKind.Converted"/>.</summary>
    public EngineType WrittenAs { get; init; }

    /// <summary>Whether an output goes to the task's own scope.</summary>
    public bool IsLocal { get; init; }

    public bool Transient { get; init; }

    public ConstantText? ObjectTypeName { get; init; }
}
