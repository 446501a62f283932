using System.Text;
using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Json;

/// <summary>Strings as Java has them: lone surrogates and all.</summary>
/// <remarks>The engine cuts messages in the middle of an emoji and stores whatever it is sent; System.Text.Json refuses both ways.</remarks>
internal static class JsonText
{
    public static string Of(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(element.GetRawText());
        }
    }

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
        if (IsWellFormed(name))
        {
            writer.WritePropertyName(name);
        }
        else
        {
            writer.WritePropertyName(name.ToWellFormed());
        }

        writer.WriteText(text);
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

    private static string ToWellFormed(this string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

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

    private static string Unescape(string json)
    {
        var text = new StringBuilder();
        for (var i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            switch (json[++i])
            {
                case 'u':
                    text.Append((char)Convert.ToInt32(json.Substring(i + 1, 4), 16));
                    i += 4;
                    break;
                case 'b':
                    text.Append('\b');
                    break;
                case 'f':
                    text.Append('\f');
                    break;
                case 'n':
                    text.Append('\n');
                    break;
                case 'r':
                    text.Append('\r');
                    break;
                case 't':
                    text.Append('\t');
                    break;
                default:
                    text.Append(json[i]);
                    break;
            }
        }

        return text.ToString();
    }
}
