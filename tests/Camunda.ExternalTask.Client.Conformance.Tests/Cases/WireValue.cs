using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>A value as the library writes it, and what the engine makes of it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Sent">The value object on the wire.</param>
/// <param name="Stored">What the engine keeps; the sent one with an empty <c>valueInfo</c> if null.</param>
internal sealed record WireValue(TypedValue Value, string Sent, string? Stored = null)
{
    /// <summary>JSON, XML and objects need formats that the Operaton of the tests was started without.</summary>
    public bool IsUnknownTo(EngineFlavor flavor) =>
        flavor == EngineFlavor.Operaton10 && Value.Type is (VariableType.Json or VariableType.Xml or VariableType.Object);

    public string StoredJson => Stored ?? Sent[..^1] + ",\"valueInfo\":{}}";
}
