using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>The texts of JSON and XML documents.</summary>
internal static class DocumentText
{
    /// <summary>The text of an XML document or element, without added white space.</summary>
    /// <exception cref="ArgumentException">The node contains characters that XML does not allow.</exception>
    public static string Of(XNode node) => node.ToString(SaveOptions.DisableFormatting);

    /// <summary>Finds out why a text is not JSON. The engine accepts broken JSON silently, and a later step fails on it.</summary>
    /// <returns>The syntax error, or null for valid JSON.</returns>
    public static JsonException? FaultOfJson(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { MaxDepth = 1024 });
            while (reader.Read())
            {
            }

            return null;
        }
        catch (JsonException exception)
        {
            return exception;
        }
    }
}
