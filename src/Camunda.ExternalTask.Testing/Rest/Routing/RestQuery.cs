using System.Globalization;

namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>A query string.</summary>
internal sealed class RestQuery
{
    private readonly List<(string Name, string Value)> _parameters = [];

    public RestQuery(string? query)
    {
        foreach (var part in (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            _parameters.Add(equals < 0 ? (Decode(part), "") : (Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }
    }

    /// <summary>The members of a body, which select like parameters.</summary>
    public RestQuery(IEnumerable<(string Name, string Value)> parameters) => _parameters.AddRange(parameters);

    public string? Text(string name) =>
        _parameters.Where(parameter => parameter.Name == name).Select(static parameter => parameter.Value).FirstOrDefault();

    public bool Flag(string name) => bool.TryParse(Text(name), out var value) && value;

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A list separated by commas; null if it is absent.</summary>
    public IReadOnlyList<string>? Texts(string name) => Text(name)?.Split(',');

    /// <summary>All parameters, as names and values.</summary>
    public IEnumerable<(string Name, string Value)> All => _parameters;

    /// <summary>Tells whether objects are deserialized, which is the default of this parameter.</summary>
    public bool Deserializes(string name) => Text(name) != "false";

    /// <summary>The page that <c>firstResult</c> and <c>maxResults</c> select.</summary>
    public IEnumerable<T> Page<T>(IEnumerable<T> items) =>
        items.Skip(Number("firstResult") ?? 0).Take(Number("maxResults") ?? int.MaxValue);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
