namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Text in XML comments.</summary>
internal static class Xml
{
    /// <summary>A text on one line, whatever breaks it holds: each would end the comment.</summary>
    public static string Escape(string text) =>
        string.Join(" ", text.Split('\r', '\n', '\u0085', '\u2028', '\u2029')).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
