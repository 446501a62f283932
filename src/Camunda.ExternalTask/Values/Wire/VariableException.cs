namespace Camunda.ExternalTask;

/// <summary>
/// A variable is missing, is of a type that cannot be read as what the input wants without loss, or cannot be written. The message names variable
/// and types, never a value.
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

    /// <summary>The variable's name; empty for a value that has none yet and for a fact about the task.</summary>
    public string VariableName { get; }

    /// <summary>The engine type of what came, as on the wire (<c>Integer</c>); null if the variable is missing or was to be written.</summary>
    public string? ReceivedType { get; }

    /// <summary>What was wanted: a C# type, with the engine type in parentheses for documents (<c>LoanApplication (Json)</c>); null if the variable was to be written.</summary>
    public string? WantedType { get; }

    /// <summary>The variable was not among those fetched.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="wanted">What the input wants, for example <c>string</c>.</param>
    public static VariableException Missing(string name, string wanted) =>
        new($"Variable '{name}' is missing, but the input wants {wanted}.", name, null, wanted, null);

    /// <summary>The task does not have a fact that the input wants.</summary>
    /// <param name="fact">What the task lacks, for example <c>business key</c>.</param>
    /// <param name="wanted">What the input wants, for example <c>string</c>.</param>
    public static VariableException MissingFact(string fact, string wanted) =>
        new($"The task has no {fact}, but the input wants {wanted}.", "", null, wanted, null);

    /// <summary>The value must not go to the engine.</summary>
    /// <param name="name">The variable's name; empty for a value that has none yet.</param>
    /// <param name="reason">Why, as a clause without a full stop; without the value.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public static VariableException NotWritable(string name, string reason, Exception? innerException = null) =>
        new($"{(name.Length == 0 ? "The value" : $"Variable '{name}'")} cannot be written: {reason}.", name, null, null, innerException);

    internal static VariableException NotReadable(string name, string received, string wanted, string? reason, Exception? inner) =>
        new($"{(name.Length == 0 ? "The value" : $"Variable '{name}'")} is {received}, but the input wants {wanted}{(reason is null ? null : ": ")}{reason}.", name, received, wanted, inner);
}
