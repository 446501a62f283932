using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values.Scalars;

/// <summary>The row of a type, looked up once. The JIT treats it as a constant.</summary>
internal static class ScalarOf<T>
{
    /// <summary>The row, or null.</summary>
    public static readonly Scalar<T>? RowOrNull = ScalarTable.Find(typeof(T)) as Scalar<T>;

    /// <summary>The row.</summary>
    /// <exception cref="NotSupportedException">The type is not a scalar.</exception>
    public static Scalar<T> Row => RowOrNull ?? throw NotScalar();

    private static NotSupportedException NotScalar() => new(
        $"{CSharpName.Of(typeof(T))} is not a scalar type of variables. Use the methods for JSON, XML or files, or a converter.");
}
