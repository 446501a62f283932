using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses the filters of <c>[ExternalTaskHandler]</c>.</summary>
internal static class TopicFilterParser
{
    /// <summary>The model, or null if a filter is empty or blank, because the worker would fetch other tasks without it.</summary>
    public static TopicFilterModel? Parse(INamedTypeSymbol handler, AttributeReader attribute, ParsingContext context)
    {
        var isFine = true;
        var filter = new TopicFilterModel
        {
            ProcessDefinitionId = Text("ProcessDefinitionId"),
            ProcessDefinitionIdIn = List("ProcessDefinitionIdIn"),
            ProcessDefinitionKey = Text("ProcessDefinitionKey"),
            ProcessDefinitionKeyIn = List("ProcessDefinitionKeyIn"),
            ProcessDefinitionVersionTag = Text("ProcessDefinitionVersionTag"),
            BusinessKey = Text("BusinessKey"),
            TenantIdIn = List("TenantIdIn"),
            WithoutTenantId = attribute.Flag("WithoutTenantId"),
            LocalVariables = attribute.Flag("LocalVariables"),
        };

        if (filter is { WithoutTenantId: true, TenantIdIn: not null })
        {
            context.Report(TopicRules.FilterContradicts, attribute.SyntaxOf("WithoutTenantId"), handler, "WithoutTenantId", "TenantIdIn");
        }

        ReportIfNotIn(filter.ProcessDefinitionKey, filter.ProcessDefinitionKeyIn, "ProcessDefinitionKey", "ProcessDefinitionKeyIn");
        ReportIfNotIn(filter.ProcessDefinitionId, filter.ProcessDefinitionIdIn, "ProcessDefinitionId", "ProcessDefinitionIdIn");
        return isFine ? filter : null;

        ConstantText? Text(string name)
        {
            var text = attribute.Text(name);
            if (text is { } given && IsBlank(given))
            {
                Refuse(name, "is blank, so no task matches it");
            }

            return text;
        }

        EquatableArray<ConstantText>? List(string name)
        {
            var list = attribute.List(name);
            if (list is { IsEmpty: true })
            {
                Refuse(name, "is empty, which the engine treats as no filter");
            }
            else if (list is { } given && given.Any(IsBlank))
            {
                Refuse(name, "has a null or blank entry, which no task matches");
            }

            return list;
        }

        void Refuse(string name, string problem)
        {
            isFine = false;
            context.Report(TopicRules.FilterEmpty, attribute.SyntaxOf(name), handler, name, problem, CSharpNames.Message(handler));
        }

        void ReportIfNotIn(ConstantText? one, EquatableArray<ConstantText>? several, string name, string listName)
        {
            if (one is not { Value: { } value } || several is not { } list)
            {
                return;
            }

            foreach (var item in list)
            {
                if (!item.IsResolved || item.Value == value)
                {
                    return;
                }
            }

            context.Report(TopicRules.FilterContradicts, attribute.SyntaxOf(name), handler, name, listName);
        }
    }

    private static bool IsBlank(ConstantText text) => text.IsResolved && string.IsNullOrWhiteSpace(text.Value);
}
