using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Values;

/// <summary>Calls users' converters, and gives what they throw the name of the variable.</summary>
internal static class VariableConversion
{
    /// <exception cref="VariableException">The value is null, or the converter does not take it.</exception>
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
            throw value.Refused(Wanted<T>(), $"{CSharpName.Of(typeof(TConverter))} does not read it", exception);
        }

        return read ?? throw value.Refused(Wanted<T>(), $"{CSharpName.Of(typeof(TConverter))} made null of it");
    }

    /// <exception cref="VariableException">The converter cannot write the value.</exception>
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
            throw VariableException.NotWritable(name, $"{CSharpName.Of(typeof(TConverter))} does not write this {Wanted<T>()}", exception);
        }

        throw VariableException.NotWritable(name, $"{CSharpName.Of(typeof(TConverter))} made null of {Wanted<T>()} instead of a TypedValue");
    }

    private static string Wanted<T>() => CSharpName.Of(typeof(T));

    // A TypedValue has no name to speak of: what it throws inside a converter would not say which variable it was about.
    private static bool IsUnnamed(Exception exception) => exception is not (OutOfMemoryException or VariableException { VariableName.Length: > 0 });
}
