using System.Collections.Generic;
using Camunda.ExternalTask.Shared.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>Finds handlers of one assembly with the same topic and the same filters: only one of them would get tasks.</summary>
internal static class TopicCollisions
{
    /// <summary>Reports each handler that repeats an earlier one, in the order of their names.</summary>
    public static void Report(IEnumerable<(HandlerModel Handler, Location Place)> handlers, IDeclarationSink sink)
    {
        var sorted = new List<(HandlerModel Handler, Location Place)>(handlers);
        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Handler.Type.FullName, right.Handler.Type.FullName));
        var first = new Dictionary<(ConstantText, TopicFilterModel), HandlerModel>();
        foreach (var (handler, place) in sorted)
        {
            // What is fetched for a task does not tell which task it is.
            var key = (handler.Topic, handler.Filter with { LocalVariables = false });
            if (first.TryGetValue(key, out var other))
            {
                sink.Report(DeclarationProblem.TopicHandledTwice, place, handler.Topic.ToString(), other.Type.Name);
            }
            else
            {
                first.Add(key, handler);
            }
        }
    }
}
