namespace Camunda.ExternalTask.Values.Scalars;

/// <summary>Row of a value type; creates the row of its nullable type.</summary>
internal sealed class ValueScalar<T> : Scalar<T>
    where T : struct
{
    public ValueScalar(VariableType writtenAs, ScalarRead<T> read, ScalarWrite<T> write)
        : base(writtenAs, read, write) => Nullable = new Scalar<T?>(
            writtenAs,
            (in value, strict) => value.IsNull ? null : read(in value, strict),
            (in entry, value) => write(in entry, value.GetValueOrDefault()));
}
