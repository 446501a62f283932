using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>Checks whether the engine could deserialize an Object, of which it knows only Java's own classes.</summary>
internal static class Deserialization
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1000 };

    /// <summary>The engine's message for an Object that it cannot deserialize; null for any other value.</summary>
    public static string? ProblemOf(string name, EngineValue value)
    {
        if (value is not { Type: "Object", Value: string text, ObjectTypeName: { } typeName })
        {
            return null;
        }

        var problem = !IsKnown(typeName) ? $"SPIN/JACKSON-JSON-01007 Cannot construct java type from string '{typeName}'"
            : value.Format == "application/json" && !IsJson(text) ? "SPIN/JACKSON-JSON-01001 Unable to parse input into json node"
            : null;
        return problem is null ? null : $"Cannot deserialize object in variable '{name}': {problem}";
    }

    /// <exception cref="EngineRequestException">The value cannot be deserialized.</exception>
    public static void Require(string name, EngineValue value)
    {
        if (ProblemOf(name, value) is { } problem)
        {
            throw EngineErrors.Failed(problem);
        }
    }

    /// <summary>Checks a class and its type arguments.</summary>
    private static bool IsKnown(string typeName) => typeName
        .Split(['<', '>', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .All(static name => name.StartsWith("java.", StringComparison.Ordinal));

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
