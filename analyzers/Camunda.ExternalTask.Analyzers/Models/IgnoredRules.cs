using System;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Flow;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>The rules that an element of a model suppresses, with a <c>camunda:property</c> <c>cet:ignore</c> on itself or around it.</summary>
internal static class IgnoredRules
{
    private const string PropertyName = "cet:ignore";

    private static readonly char[] Separators = [' ', ',', ';'];

    public static bool Contain(FlowElement element, string ruleId)
    {
        for (var current = element; current is not null; current = current.Container)
        {
            if (current.Node.ExtensionProperties.Any(property => property.Name == PropertyName && Lists(property.Value, ruleId)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool Contain(ModelTask task, string ruleId)
    {
        for (var current = task; current is not null; current = current.Container)
        {
            if (current.Node.ExtensionProperties.Any(property => property.Name == PropertyName && Lists(property.Value, ruleId)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Lists(string value, string ruleId) => value.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Contains(ruleId);
}
