using System.Text.Json;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Reads members of an object in an answer.</summary>
internal static class AnswerElement
{
    public static string Required(JsonElement element, string member) => Text(element, member) ?? throw new JsonException($"'{member}' is missing.");

    /// <summary>A text; null if the member is missing, null or not a text. A text with half of a surrogate pair stays escaped.</summary>
    public static string? Text(JsonElement element, string member)
    {
        if (!element.TryGetProperty(member, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }

    public static bool Flag(JsonElement element, string member) => element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;

    public static int Number(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : 0;
}
