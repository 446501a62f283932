using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>Values and their classes as Java prints them.</summary>
internal static class ExpressionTexts
{
    public static string Show(object? value) => value switch
    {
        null => "",
        string text => text,
        bool boolean => boolean ? "true" : "false",
        double number => EngineValueWriter.DoubleText(number),
        DateTimeOffset date => date.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture),
        SpinJson json => json.Text,
        JsonNode node => EngineConversions.JavaText(JsonDocument.Parse(node.ToJsonString()).RootElement),
        EngineValue opaque => opaque.Value as string ?? "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string JavaClass(object? value) => value switch
    {
        null => "null",
        string => "java.lang.String",
        bool => "java.lang.Boolean",
        short => "java.lang.Short",
        int => "java.lang.Integer",
        long => "java.lang.Long",
        double => "java.lang.Double",
        DateTimeOffset => "java.util.Date",
        byte[] => "[B",
        EngineValue { Type: "Object", ObjectTypeName: { } name } => name,
        EngineValue { Type: "Json" } => "org.camunda.spin.impl.json.jackson.JacksonJsonNode",
        EngineValue { Type: "Xml" } => "org.camunda.spin.impl.xml.dom.DomXmlElement",
        SpinJson => "org.camunda.spin.impl.json.jackson.JacksonJsonNode",
        JsonArray or IReadOnlyList<object?> => "java.util.ArrayList",
        JsonObject => "java.util.LinkedHashMap",
        EngineValue opaque => opaque.Type,
        _ => value.GetType().Name,
    };
}
