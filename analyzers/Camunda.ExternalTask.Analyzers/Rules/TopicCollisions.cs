using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Finds handlers of one assembly with the same topic and the same filters: only one of them would receive tasks.</summary>
internal static class TopicCollisions
{
    /// <summary>Each group of handlers that collide, in the order of their names.</summary>
    public static IEnumerable<List<(HandlerModel Handler, Location Place)>> Find(IEnumerable<(HandlerModel Handler, Location Place)> handlers)
    {
        var sorted = new List<(HandlerModel Handler, Location Place)>(handlers);
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Handler.Type.FullName, right.Handler.Type.FullName));
        var groups = new Dictionary<(ConstantText, TopicFilterModel), List<(HandlerModel, Location)>>();
        foreach (var entry in sorted)
        {
            // The scope of the fetched variables does not restrict the tasks.
            var key = (entry.Handler.Topic, entry.Handler.Filter with { LocalVariables = false });
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
            }

            group.Add(entry);
        }

        foreach (var group in groups.Values)
        {
            if (group.Count > 1)
            {
                yield return group;
            }
        }
    }
}
