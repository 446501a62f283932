namespace Camunda.ExternalTask;

/// <summary>
/// Converts between a C# type and a variable, for types that the library does not support or maps differently: money as text, an old format, a class as XML.
/// <see cref="VariableConverterAttribute"/> names the converter of a property or type.
/// </summary>
/// <remarks>
/// Generated code calls the static methods directly, without reflection or an instance. They must be thread-safe. An exception from them becomes the inner
/// exception of a <see cref="VariableException"/> with the variable's name, and fails only that task. Its message is in the error details that operators see, so
/// it must not contain confidential values.
/// </remarks>
/// <typeparam name="T">The type, not nullable: the library handles null.</typeparam>
public interface IVariableConverter<T>
{
    /// <summary>Reads a value.</summary>
    /// <param name="value">The received value, with type and infos; never null. A file has no content.</param>
    /// <returns>The value; not null.</returns>
    static abstract T Read(TypedValue value);

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value; never null.</param>
    /// <returns>The variable. To write null, return for example <c>TypedValue.Null(VariableType.String)</c>.</returns>
    static abstract TypedValue Write(T value);
}
