using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Tests.PublicApi;

/// <summary>The summaries of types in a file of XML documentation.</summary>
internal sealed partial class ApiSummaries(string file)
{
    private readonly Dictionary<string, XElement?> _types = XDocument.Load(file).Descendants("member")
        .Where(static member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
        .ToDictionary(static member => member.Attribute("name")!.Value[2..], static member => member.Element("summary"));

    /// <param name="type">The full name of the type with its type parameters.</param>
    public string Of(string type)
    {
        var parameters = type.Split('<');
        var id = parameters.Length == 1 ? type : $"{parameters[0]}`{parameters[1].Split(',').Length}";
        return _types.TryGetValue(id, out var summary) && summary is not null ? Blanks().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim() : "";
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => $"`{Last(see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? "")}`",
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => $"`{reference.Attribute("name")!.Value}`",
        XElement element => $"`{element.Value}`",
        _ => "",
    };

    private static string Last(string cref) => cref.Split('(')[0].Split('.')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
