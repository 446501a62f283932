namespace Camunda.ExternalTask.Http;

/// <summary>Texts of failures as the engine takes them.</summary>
internal static class ErrorText
{
    /// <summary>The engine cuts messages at so many UTF-16 units, if need be through the middle of a character, which nobody can read back.</summary>
    public const int MaxMessageCharacters = 666;

    public static string CutMessage(string? message) => string.IsNullOrWhiteSpace(message) ? "(no message)" : WellFormed(Cut(message, MaxMessageCharacters));

    /// <summary>Cuts before the character that the limit would split.</summary>
    public static string Cut(string text, int maxCharacters)
    {
        if (text.Length <= maxCharacters)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[maxCharacters - 1]) ? maxCharacters - 1 : maxCharacters;
        return text[..end];
    }

    /// <summary>Replaces halves of characters: an error text must reach the operator in any case.</summary>
    public static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        return string.Concat(text.EnumerateRunes().Select(static rune => rune.ToString()));
    }
}
