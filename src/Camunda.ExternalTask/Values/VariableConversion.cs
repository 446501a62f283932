using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values;

/// <summary>Calls users' converters and adds the variable's name to their exceptions.</summary>
internal static class VariableConversion
{
    /// <summary>Reads a value with a converter.</summary>
    /// <exception cref="VariableException">The value is null, or the converter failed or returned null.</exception>
    public static T Read<T, TConverter>(VariableValue value)
        where TConverter : IVariableConverter<T>
    {
        if (value.IsNull)
        {
            throw value.Refused(Wanted<T>());
        }

        T? read;
        try
        {
            read = TConverter.Read(TypedValue.Copy(value));
        }
        catch (Exception exception) when (IsUnnamed(exception))
        {
            throw value.Refused(Wanted<T>(), $"{CSharpName.Of(typeof(TConverter))} failed to read it", exception);
        }

        return read ?? throw value.Refused(Wanted<T>(), $"{CSharpName.Of(typeof(TConverter))} returned null");
    }

    /// <summary>Writes a value with a converter.</summary>
    /// <exception cref="VariableException">The converter failed or returned null.</exception>
    public static TypedValue Write<T, TConverter>(string name, T value)
        where TConverter : IVariableConverter<T>
    {
        try
        {
            if (TConverter.Write(value) is { } written)
            {
                return written;
            }
        }
        catch (Exception exception) when (IsUnnamed(exception))
        {
            throw VariableException.NotWritable(name, $"{CSharpName.Of(typeof(TConverter))} failed to write this {Wanted<T>()}", exception);
        }

        throw VariableException.NotWritable(name, $"{CSharpName.Of(typeof(TConverter))} returned null for this {Wanted<T>()}; return TypedValue.Null() to write null");
    }

    private static string Wanted<T>() => CSharpName.Of(typeof(T));

    // A TypedValue has no name, so an exception from it inside a converter does not name the variable.
    private static bool IsUnnamed(Exception exception) => exception is not (OutOfMemoryException or VariableException { VariableName.Length: > 0 });
}
