using System.Globalization;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>How Java shows values.</summary>
internal static class ExpressionTexts
{
    public static string Show(object? value) => value switch
    {
        null => "",
        string text => text,
        bool boolean => boolean ? "true" : "false",
        double number when double.IsFinite(number) => EngineValueWriter.DoubleText(number),
        double number => double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity",
        DateTimeOffset date => date.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture),
        EngineValue opaque => opaque.Value as string ?? "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static string JavaClass(object? value) => value switch
    {
        null => "class null",
        string => "class java.lang.String",
        bool => "class java.lang.Boolean",
        short => "class java.lang.Short",
        int => "class java.lang.Integer",
        long => "class java.lang.Long",
        double => "class java.lang.Double",
        DateTimeOffset => "class java.util.Date",
        byte[] => "class [B",
        EngineValue { Type: "Object", ObjectTypeName: { } name } => $"class {name}",
        EngineValue { Type: "Json" } => "class org.camunda.spin.impl.json.jackson.JacksonJsonNode",
        EngineValue { Type: "Xml" } => "class org.camunda.spin.impl.xml.dom.DomXmlElement",
        EngineValue opaque => $"class {opaque.Type}",
        _ => $"class {value.GetType().Name}",
    };
}
