namespace Camunda.ExternalTask.Http;

/// <summary>Prepares texts of failures for the engine.</summary>
internal static class ErrorText
{
    /// <summary>
    /// The number of UTF-16 units at which the engine cuts a message. It may cut between surrogates, and the text is then unreadable.
    /// </summary>
    public const int MaxMessageCharacters = 666;

    public static string CutMessage(string? message) => string.IsNullOrWhiteSpace(message) ? "(no message)" : WellFormed(Cut(message, MaxMessageCharacters));

    /// <summary>Cuts a text. A character that the limit would split is left out.</summary>
    public static string Cut(string text, int maxCharacters)
    {
        if (text.Length <= maxCharacters)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[maxCharacters - 1]) ? maxCharacters - 1 : maxCharacters;
        return text[..end];
    }

    /// <summary>Replaces unpaired surrogates, so that the engine accepts the text.</summary>
    public static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        return string.Concat(text.EnumerateRunes().Select(static rune => rune.ToString()));
    }
}
