using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values.Scalars;

/// <summary>Row of the <see cref="ScalarTable"/>: a C# type that maps to an engine type.</summary>
/// <param name="clrType">The C# type.</param>
/// <param name="writtenAs">The engine type that its values are written as.</param>
internal abstract class Scalar(Type clrType, VariableType writtenAs)
{
    public Type ClrType => clrType;

    public VariableType WrittenAs => writtenAs;

    /// <summary>The row of the nullable type, for a value type.</summary>
    public Scalar? Nullable { get; protected init; }

    /// <summary>Writes a boxed value of the type.</summary>
    public abstract void WriteObject(in VariableEntry entry, object value);
}

/// <summary>Row of the <see cref="ScalarTable"/>, with its reading and writing.</summary>
/// <typeparam name="T">The C# type.</typeparam>
internal class Scalar<T>(VariableType writtenAs, ScalarRead<T> read, ScalarWrite<T> write) : Scalar(typeof(T), writtenAs)
{
    public T Read(in VariableValue value, bool strict) => read(in value, strict);

    /// <summary>Writes a value; null as a null of the engine type.</summary>
    public void Write(in VariableEntry entry, T value)
    {
        if (value is null)
        {
            entry.WriteNull(WrittenAs);
        }
        else
        {
            write(in entry, value);
        }
    }

    /// <inheritdoc/>
    public override void WriteObject(in VariableEntry entry, object value) => Write(in entry, (T)value);
}
