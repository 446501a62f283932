using System;
using System.Collections.Generic;
using System.Globalization;

namespace Camunda.ExternalTask.Generators.Writing;

/// <summary>Makes names unique, ignoring case.</summary>
internal sealed class UniqueNames(params string[] taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The wanted name, or the same name with the first free number.</summary>
    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = wanted + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
