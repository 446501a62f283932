using System.Text;
using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Json;

/// <summary>Writes members as the engine does.</summary>
internal static class JsonWriterExtensions
{
    /// <summary>Writes a string that may contain lone surrogates, as an engine's cut messages do; null becomes JSON null.</summary>
    public static void WriteText(this Utf8JsonWriter writer, string? text)
    {
        if (text is null)
        {
            writer.WriteNullValue();
        }
        else if (IsWellFormed(text))
        {
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteRawValue(Escape(text), skipInputValidation: true);
        }
    }

    public static void WriteText(this Utf8JsonWriter writer, string name, string? text)
    {
        writer.WritePropertyName(IsWellFormed(name) ? name : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
        writer.WriteText(text);
    }

    public static void WriteTextIfSet(this Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteText(name, text);
        }
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\' || char.IsControl(character) || char.IsSurrogate(character))
            {
                json.Append($"\\u{(int)character:X4}");
            }
            else
            {
                json.Append(character);
            }
        }

        return json.Append('"').ToString();
    }
}
