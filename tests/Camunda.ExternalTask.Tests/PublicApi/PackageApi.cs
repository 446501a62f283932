using System.Reflection;
using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Tests.PublicApi;

/// <summary>The public surface of a package, as its <c>PublicAPI.*.txt</c> list it.</summary>
/// <param name="Name">The name of the package.</param>
/// <param name="Types">The types, by name.</param>
internal sealed partial record PackageApi(string Name, IReadOnlyList<ApiType> Types)
{
    public static PackageApi Read(string root, Assembly assembly)
    {
        var name = assembly.GetName().Name!;
        var summaries = new ApiSummaries(Path.ChangeExtension(assembly.Location, ".xml"));
        var lines = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadLines(Path.Combine(root, "src", name, $"PublicAPI.{kind}.txt")))
            .Where(static line => line.Length > 0 && !line.StartsWith('#'))
            .ToList();
        var names = lines.Where(static line => !line.Contains(" -> ", StringComparison.Ordinal)).ToHashSet();
        var members = lines.Except(names).ToLookup(line => OwnerOf(line, names));
        return new(name, [.. names.Order(StringComparer.Ordinal).Select(type => new ApiType(type, summaries.Of(type), [.. members[type].Select(line => Member(line, type))]))]);
    }

    /// <summary>The longest name of a type that the line begins with.</summary>
    private static string OwnerOf(string line, HashSet<string> types)
    {
        var member = Modifiers().Replace(line, "");
        return types.Where(type => member.StartsWith($"{type}.", StringComparison.Ordinal)).MaxBy(static type => type.Length)
            ?? throw new InvalidOperationException($"'{line}' belongs to none of the listed types.");
    }

    private static ApiMember Member(string line, string type)
    {
        var modifiers = Modifiers().Match(line).Value.TrimStart('~');
        var rest = Modifiers().Replace(line, "")[(type.Length + 1)..];
        var arrow = rest.LastIndexOf(" -> ", StringComparison.Ordinal);
        return new(modifiers, rest[..arrow], rest[(arrow + 4)..]);
    }

    [GeneratedRegex("^~?((static|override|virtual|abstract|const|readonly) )*")]
    private static partial Regex Modifiers();
}

/// <summary>A public type.</summary>
/// <param name="Name">Its full name with type parameters.</param>
/// <param name="Summary">The first sentence of its documentation.</param>
/// <param name="Members">Its members.</param>
internal sealed record ApiType(string Name, string Summary, IReadOnlyList<ApiMember> Members);

/// <summary>A public member.</summary>
/// <param name="Modifiers">Its modifiers, each with a blank behind it.</param>
/// <param name="Signature">Its name and parameters, without its type.</param>
/// <param name="Type">The type that it has or returns.</param>
internal sealed record ApiMember(string Modifiers, string Signature, string Type);
