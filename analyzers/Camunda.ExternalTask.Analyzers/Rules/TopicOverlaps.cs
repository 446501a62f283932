using System;
using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Finds handlers whose topics differ only by case, and handlers of one topic whose filters let the same tasks pass.</summary>
internal static class TopicOverlaps
{
    /// <summary>The handler with a topic that differs only by case, or null.</summary>
    public static HandlerModel? TwinOf(HandlerModel handler, IEnumerable<(HandlerModel Handler, Location Place)> all) => all.Select(static other => other.Handler)
        .Where(other => other.Topic.Value != handler.Topic.Value && string.Equals(other.Topic.Value, handler.Topic.Value, StringComparison.OrdinalIgnoreCase))
        .OrderBy(static other => other.Type.FullName, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Another handler that can receive the same tasks, with an explanation; null if there is none or the filters are equal.</summary>
    public static (HandlerModel Other, string Tasks)? OverlapOf(HandlerModel handler, IEnumerable<(HandlerModel Handler, Location Place)> all)
    {
        foreach (var other in all.Select(static other => other.Handler).OrderBy(static other => other.Type.FullName, StringComparer.Ordinal))
        {
            if (!ReferenceEquals(other, handler) && other.Topic.Value == handler.Topic.Value && Common(handler.Filter, other.Filter) is { } tasks)
            {
                return (other, tasks);
            }
        }

        return null;
    }

    private static string? Common(TopicFilterModel one, TopicFilterModel other)
    {
        if (OthersOf(one) != OthersOf(other) || one with { LocalVariables = false } == other with { LocalVariables = false })
        {
            return null;
        }

        return (KeysOf(one), KeysOf(other)) switch
        {
            (null, null) => null,
            ({ } keys, null) => Describe(keys),
            (null, { } keys) => Describe(keys),
            ({ } keys, { } otherKeys) => keys.Intersect(otherKeys).ToList() is { Count: > 0 } common ? Describe(common) : null,
        };
    }

    // Filters by something else may exclude each other at run time.
    private static TopicFilterModel OthersOf(TopicFilterModel filter) => filter with { ProcessDefinitionKey = null, ProcessDefinitionKeyIn = null, LocalVariables = false };

    private static IReadOnlyList<string>? KeysOf(TopicFilterModel filter) =>
        filter.ProcessDefinitionKey is { } key ? [key.ToString()] : filter.ProcessDefinitionKeyIn?.Select(static key => key.ToString()).ToList();

    private static string Describe(IEnumerable<string> keys) => $"process {string.Join(", ", keys.Select(static key => $"'{key}'"))}";
}
