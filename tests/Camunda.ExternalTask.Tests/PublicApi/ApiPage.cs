using System.Text;
using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Tests.PublicApi;

/// <summary>Renders <c>docs/api.md</c>.</summary>
internal static partial class ApiPage
{
    private const string Head = """
        # Public API

        All public types and members of both packages, from `PublicAPI.*.txt`. A test writes this page and checks it. Members that the compiler adds to records
        (`Equals`, `Deconstruct`, …) and overrides of `ToString` are left out.

        """;

    public static string Render(IEnumerable<PackageApi> packages)
    {
        var page = new StringBuilder(Head);
        foreach (var package in packages)
        {
            page.Append("\n## ").Append(package.Name).Append('\n');
            foreach (var type in package.Types)
            {
                Append(page, type);
            }
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, ApiType type)
    {
        page.Append("\n### ").Append('`').Append(Short(type.Name)).Append("`\n");
        if (type.Summary.Length > 0)
        {
            page.Append('\n').Append(type.Summary).Append('\n');
        }

        var lines = Lines(type).ToList();
        if (lines.Count > 0)
        {
            page.Append("\n```csharp\n").AppendJoin('\n', lines).Append("\n```\n");
        }
    }

    private static IEnumerable<string> Lines(ApiType type)
    {
        var name = Short(type.Name).Split('<')[0];
        var members = type.Members.Where(static member => !AddedByCompiler().IsMatch(member.Signature)).ToList();
        return members.Where(static member => EnumValue().IsMatch(member.Signature)).OrderBy(static member => int.Parse(EnumValue().Match(member.Signature).Groups[1].ValueSpan)).Select(static member => member.Signature)
            .Concat(members.Where(member => member.Signature.StartsWith($"{name}(", StringComparison.Ordinal)).Select(static member => Clean($"{member.Modifiers}{member.Signature}")))
            .Concat(members.Where(static member => Accessor().IsMatch(member.Signature)).GroupBy(static member => Accessor().Replace(member.Signature, "")).Select(Property))
            .Concat(members.Where(member => !EnumValue().IsMatch(member.Signature) && !Accessor().IsMatch(member.Signature) && !member.Signature.StartsWith($"{name}(", StringComparison.Ordinal)).Select(Method));
    }

    private static string Property(IGrouping<string, ApiMember> accessors)
    {
        var getter = accessors.First();
        var names = accessors.Select(static member => Accessor().Match(member.Signature).Groups[1].Value).OrderBy(static accessor => accessor == "get" ? 0 : 1);
        return Clean($"{getter.Modifiers}{getter.Type} {accessors.Key} {{ {string.Join(" ", names.Select(static accessor => $"{accessor};"))} }}");
    }

    private static string Method(ApiMember member) => Clean(member.Signature.Contains("operator ", StringComparison.Ordinal)
        ? $"{member.Modifiers}{member.Signature}"
        : $"{member.Modifiers}{member.Type} {member.Signature}");

    private static string Clean(string text) => DefaultValue().Replace(Short(text), "default").Replace("!", "", StringComparison.Ordinal);

    /// <summary>Removes namespaces, but not the types of nested names and enum values.</summary>
    private static string Short(string text) => Namespace().Replace(text, "");

    [GeneratedRegex(@"\b(Camunda\.ExternalTask(\.(Testing|Generated))?|System(\.(Collections\.Generic|IO|Net\.Http|Net|Text\.Json\.Serialization\.Metadata|Text\.Json\.Serialization|Text\.Json\.Nodes|Text\.Json|Text|Threading\.Tasks|Threading|Xml\.Linq))?|Microsoft\.Extensions\.(DependencyInjection|Diagnostics\.HealthChecks|Hosting|Configuration))\.(?=\w)")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"default\([^)]*\)")]
    private static partial Regex DefaultValue();

    [GeneratedRegex(@"\.(get|set|init)$")]
    private static partial Regex Accessor();

    [GeneratedRegex(@"^\w+ = (-?\d+)$")]
    private static partial Regex EnumValue();

    [GeneratedRegex(@"^(<Clone>\$|Equals|GetHashCode|Deconstruct|PrintMembers|ToString)\(|^EqualityContract\.|^operator [!=]=|^(\w+)\([\w.]+\.\2! original\)")]
    private static partial Regex AddedByCompiler();
}
