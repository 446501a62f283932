namespace Camunda.ExternalTask;

/// <summary>
/// A variable is missing, cannot be read as the wanted type without loss, or cannot be written. The message names the variable and the types, never a value.
/// </summary>
public sealed class VariableException : Exception
{
    private VariableException(string message, string name, string? receivedType, string? wantedType, Exception? innerException)
        : base(message, innerException)
    {
        VariableName = name;
        ReceivedType = receivedType;
        WantedType = wantedType;
    }

    /// <summary>The variable's name; empty for a value without a name and for a property of the task.</summary>
    public string VariableName { get; }

    /// <summary>The received engine type as on the wire (<c>Integer</c>, <c>null (Integer)</c>); null if the variable is missing or was to be written.</summary>
    public string? ReceivedType { get; }

    /// <summary>
    /// The wanted C# type, with the engine type in parentheses for documents (<c>LoanApplication (Json)</c>); null if the variable was to be written.
    /// </summary>
    public string? WantedType { get; }

    /// <summary>Creates the exception for a variable that the engine did not send.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="wanted">The wanted type, for example <c>string</c>.</param>
    public static VariableException Missing(string name, string wanted) =>
        new($"Variable '{name}' is missing (expected {wanted}). Set it in the process; names are case-sensitive.", name, null, wanted, null);

    /// <summary>Creates the exception for a property that the task does not have.</summary>
    /// <param name="fact">The missing property, for example <c>business key</c>.</param>
    /// <param name="wanted">The wanted type, for example <c>string</c>.</param>
    public static VariableException MissingFact(string fact, string wanted) =>
        new($"The task has no {fact} (expected {wanted}).", "", null, wanted, null);

    /// <summary>Creates the exception for a value that must not be sent to the engine.</summary>
    /// <param name="name">The variable's name; empty for a value without a name.</param>
    /// <param name="reason">The reason, as a clause without a full stop and without the value.</param>
    /// <param name="innerException">The cause, or null.</param>
    public static VariableException NotWritable(string name, string reason, Exception? innerException = null) =>
        new($"{Subject(name)} cannot be written: {reason}.", name, null, null, innerException);

    /// <summary>Creates the exception for a value that cannot be read as the wanted type.</summary>
    /// <param name="name">The variable's name; empty for a value without a name.</param>
    /// <param name="type">The engine type as on the wire; empty if the value came without one.</param>
    /// <param name="isNull">Whether the value is null.</param>
    /// <param name="wanted">The wanted type.</param>
    /// <param name="reason">The reason, as a clause without a full stop and without the value; or null.</param>
    /// <param name="inner">The cause, or null.</param>
    internal static VariableException NotReadable(string name, string type, bool isNull, string wanted, string? reason, Exception? inner)
    {
        var received = (isNull, type) switch
        {
            (true, "" or "Null") => "null",
            (true, _) => $"null ({type})",
            (false, "") => "of no type",
            _ => type,
        };
        var isType = !isNull && type.Length > 0;
        return new(
            $"{Subject(name)} is {(isType ? "of type " : null)}{received} and cannot be read as {wanted}{(reason is null ? null : ": ")}{reason}.",
            name,
            received,
            wanted,
            inner);
    }

    private static string Subject(string name) => name.Length == 0 ? "The value" : $"Variable '{name}'";
}
