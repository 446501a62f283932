using System;
using System.Collections.Generic;
using System.Linq;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>Finds a similar name.</summary>
internal static class NearMiss
{
    /// <summary>The most similar of some names, or null if none is similar: it differs only in case and separators, or in one or two letters.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates.OrderBy(static candidate => candidate, StringComparer.Ordinal))
        {
            var distance = Letters(name) == Letters(candidate) ? 0 : Distance(name, candidate);
            if (distance < least && distance <= Tolerance(name))
            {
                nearest = candidate;
                least = distance;
            }
        }

        return nearest;
    }

    // A short name with one different letter is a different name.
    private static int Tolerance(string name) => name.Length switch
    {
        < 4 => 0,
        < 8 => 1,
        _ => 2,
    };

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The number of inserted, omitted, changed or swapped letters.</summary>
    private static int Distance(string from, string to)
    {
        var distances = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                    distances[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[from.Length, to.Length];
    }
}
