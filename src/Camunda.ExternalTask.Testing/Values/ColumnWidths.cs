using Camunda.ExternalTask.Testing.Flavors;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>The widths of the engine's database columns, in UTF-16 units.</summary>
internal static class ColumnWidths
{
    private const int Text = 4000;
    private const int WorkerId = 255;
    private const int ErrorMessage = 666;

    /// <summary>
    /// Rejects a value that its column cannot hold. The real engine does so at the end of the transaction, with the same result.
    /// </summary>
    public static void RequireStorable(EngineValue value, EngineFlavor flavor)
    {
        if (value is { Type: "String", Value: string { Length: > Text }, IsTransient: false })
        {
            throw EngineErrors.ColumnTooSmall(flavor);
        }
    }

    public static void RequireWorkerId(string? workerId, EngineFlavor flavor)
    {
        if (workerId is { Length: > WorkerId })
        {
            throw EngineErrors.ColumnTooSmall(flavor);
        }
    }

    /// <summary>Cuts a message to its column's width, even within a surrogate pair.</summary>
    public static string? CutErrorMessage(string? message) => message is { Length: > ErrorMessage } ? message[..ErrorMessage] : message;
}
