using System.Diagnostics.CodeAnalysis;

namespace Camunda.ExternalTask;

/// <summary>A variable that may be absent: unlike null, which is a value. As an output an absent one is not written.</summary>
/// <typeparam name="T">The variable's type; nullable if null is to be told from absent.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>A present variable.</summary>
    /// <param name="value">Its value.</param>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>An absent variable; the default.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether the variable is there (its value may still be null).</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The variable is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The variable is absent. Ask HasValue first, or use GetValueOrDefault.");

    /// <summary>The value, or another one if the variable is absent.</summary>
    /// <param name="defaultValue">What to return if it is absent.</param>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public T? GetValueOrDefault(T? defaultValue = default) => HasValue ? _value : defaultValue;

    /// <summary>A value is a present variable.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent or both hold equal values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is absent and the other not, or their values differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
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
