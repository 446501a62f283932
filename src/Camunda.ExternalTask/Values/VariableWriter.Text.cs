using Camunda.ExternalTask.Values;

namespace Camunda.ExternalTask;

public readonly partial struct VariableWriter
{
    /// <summary>Writes text. The column of most engines holds 4,000 characters: longer text is refused with code 10002; write it as Json or Bytes.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">The text holds half a surrogate pair.</exception>
    public void WriteString(ReadOnlySpan<byte> utf8Name, string? value, bool transient = false) => WriteTextual(utf8Name, "String"u8, value, transient);

    /// <summary>Writes an identifier as text, in lower case with hyphens.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteString(ReadOnlySpan<byte> utf8Name, Guid? value, bool transient = false) =>
        WriteString(utf8Name, value is { } given ? ScalarText.Of(given) : null, transient);

    /// <summary>Writes an address as text, as it was given.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">It holds half a surrogate pair.</exception>
    public void WriteString(ReadOnlySpan<byte> utf8Name, Uri? value, bool transient = false) =>
        WriteString(utf8Name, value is null ? null : ScalarText.Of(value), transient);

    /// <summary>Writes a duration as text, in ISO 8601 (<c>P1DT2H</c>).</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteString(ReadOnlySpan<byte> utf8Name, TimeSpan? value, bool transient = false) =>
        WriteString(utf8Name, value is { } given ? ScalarText.Of(given) : null, transient);

    /// <summary>Writes a calendar day as text, <c>yyyy-MM-dd</c>.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteString(ReadOnlySpan<byte> utf8Name, DateOnly? value, bool transient = false) =>
        WriteString(utf8Name, value is { } given ? ScalarText.Of(given) : null, transient);

    /// <summary>Writes a time of day as text, <c>HH:mm:ss.fffffff</c>.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteString(ReadOnlySpan<byte> utf8Name, TimeOnly? value, bool transient = false) =>
        WriteString(utf8Name, value is { } given ? ScalarText.Of(given) : null, transient);

    /// <summary>Writes a decimal number as text, exact.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteString(ReadOnlySpan<byte> utf8Name, decimal? value, bool transient = false) =>
        WriteString(utf8Name, value is { } given ? ScalarText.Of(given) : null, transient);

    /// <summary>Writes a 64-bit integer without sign as text.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    public void WriteString(ReadOnlySpan<byte> utf8Name, ulong? value, bool transient = false) =>
        WriteString(utf8Name, value is { } given ? ScalarText.Of(given) : null, transient);

    /// <summary>Writes a character as text.</summary>
    /// <param name="utf8Name">The variable's name in UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="transient">Whether the engine keeps it out of its database.</param>
    /// <exception cref="VariableException">It is half a surrogate pair.</exception>
    public void WriteString(ReadOnlySpan<byte> utf8Name, char? value, bool transient = false) =>
        WriteString(utf8Name, value?.ToString(), transient);
}
