using System.Diagnostics.CodeAnalysis;
using Camunda.ExternalTask.Testing.Flavors;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Checks the arguments of commands, with the engine's errors.</summary>
internal static class Require
{
    public static void NotNull([NotNull] string? value, string name)
    {
        if (value is null)
        {
            throw EngineErrors.NullValue($"{name} is null");
        }
    }

    public static void NotEmpty([NotNull] string? value, string name)
    {
        NotNull(value, name);
        if (value.Length == 0)
        {
            throw EngineErrors.Failed($"{name} is empty");
        }
    }

    public static void NotNegative(long value, string name)
    {
        if (value < 0)
        {
            throw EngineErrors.Failed($"{name} is not greater than or equal to 0");
        }
    }

    public static void Positive(long value, string name)
    {
        if (value <= 0)
        {
            throw EngineErrors.Failed(NotPositive(name));
        }
    }

    /// <summary>Checks the duration in a command that locks a single task, whose errors the REST layer reports differently.</summary>
    public static void PositiveDuration(long value, string name)
    {
        if (value <= 0)
        {
            throw EngineErrors.Refused(NotPositive(name));
        }
    }

    private static string NotPositive(string name) => $"{name} is not greater than 0";
}
