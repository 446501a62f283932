using System.Text.Json;

namespace Camunda.ExternalTask.Protocol;

/// <summary>
/// Refuses requests with a string that the engine cannot read. Above 20,000,000 characters, the limit of its JSON parser, Camunda 7.24 breaks the
/// connection. That looks like an outage, so the worker would send the result again and again.
/// </summary>
internal static class StringLimit
{
    public const int Default = 20_000_000;

    /// <summary>Checks the strings of a request.</summary>
    /// <param name="body">The JSON of the request.</param>
    /// <param name="maxCharacters">The limit in UTF-16 units.</param>
    /// <exception cref="VariableException">A string is longer; the exception names the variable.</exception>
    public static void Check(ReadOnlySpan<byte> body, int maxCharacters)
    {
        // Each UTF-16 unit takes at least one byte.
        if (body.Length <= maxCharacters)
        {
            return;
        }

        var reader = new Utf8JsonReader(body);
        List<string> path = [];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    Keep(path, reader.CurrentDepth - 1);
                    path.Add(reader.GetString()!);
                    break;
                case JsonTokenType.String when reader.ValueSpan.Length > maxCharacters && reader.GetString()!.Length is var length && length > maxCharacters:
                    throw VariableException.NotWritable(
                        NameIn(path),
                        $"it has {length:N0} characters, and the engine reads at most {maxCharacters:N0} in one text; "
                        + "upload it with client.Variables.UploadAsync or split it");
            }
        }
    }

    private static void Keep(List<string> path, int depth)
    {
        if (path.Count > depth)
        {
            path.RemoveRange(depth, path.Count - depth);
        }
    }

    /// <summary>The name of the variable in <c>variables/name/value</c>.</summary>
    private static string NameIn(List<string> path) => path is [_, var name, ..] ? name : path is [var only] ? only : "";
}
