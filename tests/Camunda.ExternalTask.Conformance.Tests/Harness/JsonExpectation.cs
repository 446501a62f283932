using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>
/// Compares JSON member by member. Expected strings may hold placeholders: <c>&lt;id&gt;</c> within a text is an id, <c>&lt;date&gt;</c> a
/// date in the engine's form,
/// <c>&lt;number&gt;</c> a number, <c>&lt;any&gt;</c> anything, and <c>&lt;create-time&gt;</c> a date where the version has create times,
/// nothing where it has not.
/// </summary>
internal static partial class JsonExpectation
{
    public static void Check(string expected, string actual, EngineFlavor flavor)
    {
        using var expectation = JsonDocument.Parse(expected);
        using var answer = JsonDocument.Parse(actual);
        if (Difference(expectation.RootElement, answer.RootElement, "$", flavor) is { } difference)
        {
            Assert.Fail($"{difference}\nexpected {expected}\nactual   {actual}");
        }
    }

    private static string? Difference(JsonElement expected, JsonElement actual, string path, EngineFlavor flavor) => expected.ValueKind switch
    {
        JsonValueKind.Object => ObjectDifference(expected, actual, path, flavor),
        JsonValueKind.Array => ArrayDifference(expected, actual, path, flavor),
        JsonValueKind.String => StringMatches(expected.GetString()!, actual) ? null : $"{path} is {actual.GetRawText()}, not {expected.GetRawText()}",
        JsonValueKind.Number => actual.ValueKind == JsonValueKind.Number && NumberText(actual) == NumberText(expected)
            ? null
            : $"{path} is {actual.GetRawText()}, not {expected.GetRawText()}",
        _ => actual.ValueKind == expected.ValueKind ? null : $"{path} is {actual.GetRawText()}, not {expected.GetRawText()}",
    };

    private static string? ObjectDifference(JsonElement expected, JsonElement actual, string path, EngineFlavor flavor)
    {
        if (actual.ValueKind != JsonValueKind.Object)
        {
            return $"{path} is {actual.GetRawText()}, not an object";
        }

        var unexpected = actual.EnumerateObject().Select(static member => member.Name).ToHashSet();
        foreach (var member in expected.EnumerateObject())
        {
            if (IsCreateTime(member.Value) && flavor == EngineFlavor.Camunda717)
            {
                continue;
            }

            if (!unexpected.Remove(member.Name))
            {
                return $"{path} lacks '{member.Name}'";
            }

            if (Difference(member.Value, actual.GetProperty(member.Name), $"{path}.{member.Name}", flavor) is { } difference)
            {
                return difference;
            }
        }

        return unexpected.Count == 0 ? null : $"{path} has '{string.Join("', '", unexpected)}' too";
    }

    private static string? ArrayDifference(JsonElement expected, JsonElement actual, string path, EngineFlavor flavor)
    {
        if (actual.ValueKind != JsonValueKind.Array || actual.GetArrayLength() != expected.GetArrayLength())
        {
            return $"{path} is {actual.GetRawText()}, not an array of {expected.GetArrayLength()}";
        }

        for (var i = 0; i < expected.GetArrayLength(); i++)
        {
            if (Difference(expected[i], actual[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), flavor) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static bool StringMatches(string expected, JsonElement actual) => expected switch
    {
        "<any>" => true,
        "<number>" => actual.ValueKind == JsonValueKind.Number,
        "<create-time>" => actual.ValueKind == JsonValueKind.String && Regex.IsMatch(actual.GetString()!, $"^{DatePattern}$"),
        _ when actual.ValueKind != JsonValueKind.String => false,
        _ when !Placeholder().IsMatch(expected) => actual.GetString() == expected,
        _ => Regex.IsMatch(actual.GetString()!, $"^{Pattern(expected)}$", RegexOptions.Singleline),
    };

    private static string Pattern(string expected) => Regex.Escape(expected)
        .Replace("<id>", "[0-9a-f-]{36}", StringComparison.Ordinal)
        .Replace("<date>", DatePattern, StringComparison.Ordinal)
        .Replace("<number>", "[0-9]+", StringComparison.Ordinal)
        .Replace("<any>", ".*", StringComparison.Ordinal);

    private const string DatePattern = @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000";

    /// <summary>Digit by digit, so that no large number or <c>3.0</c> is lost in a double, yet 1.5E300 is 1.5e+300.</summary>
    private static string NumberText(JsonElement number)
    {
        var text = number.GetRawText().ToUpperInvariant();
        return text.Contains('E', StringComparison.Ordinal) ? number.GetDouble().ToString("R", CultureInfo.InvariantCulture) : text;
    }

    private static bool IsCreateTime(JsonElement expected) => expected.ValueKind == JsonValueKind.String && expected.GetString() == "<create-time>";

    [GeneratedRegex("<(id|date|number|any)>")]
    private static partial Regex Placeholder();
}
