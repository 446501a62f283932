using System.Diagnostics.CodeAnalysis;

namespace Camunda.ExternalTask;

/// <summary>A variable that may be absent, which is different from null. An output does not write an absent variable.</summary>
/// <typeparam name="T">The variable's type; nullable to accept null as a value.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Creates a present variable.</summary>
    /// <param name="value">The value.</param>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>An absent variable; the default.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether the variable is present; its value may be null.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The variable is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The variable is absent. Check HasValue first, or use GetValueOrDefault.");

    /// <summary>Returns the value, or a default if the variable is absent.</summary>
    /// <param name="defaultValue">The value for an absent variable.</param>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public T? GetValueOrDefault(T? defaultValue = default) => HasValue ? _value : defaultValue;

    /// <summary>Creates a present variable.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent, or both are present with equal values.</summary>
    /// <param name="left">The first variable.</param>
    /// <param name="right">The second variable.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether only one is absent, or their values differ.</summary>
    /// <param name="left">The first variable.</param>
    /// <param name="right">The second variable.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(_value) : 0;

    /// <inheritdoc/>
    public override string ToString() => HasValue ? $"{_value}" : "(absent)";
}
