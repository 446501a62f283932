using System;
using System.Collections.Generic;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>Finds a similar name.</summary>
internal static class NearMiss
{
    /// <summary>The most similar of some names, or null if none is similar: it differs only in case and separators, or in one or two letters.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = Tolerance(name) + 1;
        int[]? rows = null;
        foreach (var candidate in candidates)
        {
            var distance = HaveSameLetters(name, candidate) ? 0 : Distance(name, candidate, Math.Min(least, Tolerance(name)), ref rows);
            if (distance < least || (distance == least && nearest is not null && string.CompareOrdinal(candidate, nearest) < 0))
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

    private static bool HaveSameLetters(string one, string other)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            i = NextLetter(one, i);
            j = NextLetter(other, j);
            if (i == one.Length || j == other.Length)
            {
                return i == one.Length && j == other.Length;
            }

            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++]))
            {
                return false;
            }
        }
    }

    private static int NextLetter(string text, int position)
    {
        while (position < text.Length && !char.IsLetterOrDigit(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>The number of inserted, omitted, changed or swapped letters, or more than the limit. Only the cells near the diagonal are computed.</summary>
    private static int Distance(string from, string to, int limit, ref int[]? rows)
    {
        var tooFar = limit + 1;
        if (Math.Abs(from.Length - to.Length) > limit)
        {
            return tooFar;
        }

        // Three rows of the matrix, because a swap looks back two.
        var width = to.Length + 1;
        if (rows is null || rows.Length < 3 * width)
        {
            rows = new int[3 * width];
        }

        for (var i = 0; i <= from.Length; i++)
        {
            var (row, last, lastButOne) = (i % 3 * width, (i + 2) % 3 * width, (i + 1) % 3 * width);
            var (start, end) = (Math.Max(0, i - limit), Math.Min(to.Length, i + limit));
            var least = tooFar;
            for (var j = start; j <= end; j++)
            {
                rows[row + j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(j < i + limit ? rows[last + j] : tooFar, j > start ? rows[row + j - 1] : tooFar) + 1,
                    rows[last + j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    rows[row + j] = Math.Min(rows[row + j], rows[lastButOne + j - 2] + 1);
                }

                least = Math.Min(least, rows[row + j]);
            }

            if (least > limit)
            {
                return tooFar;
            }
        }

        return rows[from.Length % 3 * width + to.Length];
    }
}
