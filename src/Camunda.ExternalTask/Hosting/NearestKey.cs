namespace Camunda.ExternalTask.Hosting;

/// <summary>Finds the key that a misspelled one probably means.</summary>
internal static class NearestKey
{
    /// <summary>The key with the fewest inserted, omitted or changed letters, ignoring case; null if every key differs in more than a third of its letters.</summary>
    public static string? Of(string name, IEnumerable<string> keys)
    {
        var nearest = keys.Select(key => (Key: key, Distance: Distance(name.ToUpperInvariant(), key.ToUpperInvariant()))).MinBy(static pair => pair.Distance);
        return nearest.Key is { } found && nearest.Distance <= found.Length / 3 ? found : null;
    }

    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, changed);
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
