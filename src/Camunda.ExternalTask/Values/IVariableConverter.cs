namespace Camunda.ExternalTask;

/// <summary>
/// Says what values of a type are as variables of the engine, where the library does not know it or maps it otherwise: money as text, an old format, XML for
/// a class. Named by <see cref="VariableConverterAttribute"/>.
/// </summary>
/// <remarks>
/// Both methods are static: generated code calls them directly, without reflection and without an instance. They have to be fit for several threads at once.
/// Whatever they throw becomes a <see cref="VariableException"/> with the variable's name, and theirs inside; it fails that task and no other.
/// What they throw is in the error details that operators see, so it should not quote confidential values.
/// </remarks>
/// <typeparam name="T">The type, not nullable: null never comes here.</typeparam>
public interface IVariableConverter<T>
{
    /// <summary>Reads a value.</summary>
    /// <param name="value">What came, with type and infos; never null. The content of a file is not there.</param>
    /// <returns>The value; not null.</returns>
    static abstract T Read(TypedValue value);

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value; never null.</param>
    /// <returns>The variable; not null, but it may hold no value, for example <c>TypedValue.Null(VariableType.String)</c>.</returns>
    static abstract TypedValue Write(T value);
}
