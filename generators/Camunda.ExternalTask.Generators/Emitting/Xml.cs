namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Text in XML comments.</summary>
internal static class Xml
{
    /// <summary>The text on one line, because a line break would end the comment.</summary>
    public static string Escape(string text) =>
        string.Join(" ", text.Split('\r', '\n', '\u0085', '\u2028', '\u2029')).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
