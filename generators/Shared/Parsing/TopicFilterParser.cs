using Camunda.ExternalTask.Shared.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>Parses the filters of <c>[ExternalTaskHandler]</c>.</summary>
internal static class TopicFilterParser
{
    public static TopicFilterModel Parse(INamedTypeSymbol handler, AttributeReader attribute, ParsingContext context)
    {
        var filter = new TopicFilterModel
        {
            ProcessDefinitionId = attribute.Text("ProcessDefinitionId"),
            ProcessDefinitionIdIn = List("ProcessDefinitionIdIn"),
            ProcessDefinitionKey = attribute.Text("ProcessDefinitionKey"),
            ProcessDefinitionKeyIn = List("ProcessDefinitionKeyIn"),
            ProcessDefinitionVersionTag = attribute.Text("ProcessDefinitionVersionTag"),
            BusinessKey = attribute.Text("BusinessKey"),
            TenantIdIn = List("TenantIdIn"),
            WithoutTenantId = attribute.Flag("WithoutTenantId"),
            LocalVariables = attribute.Flag("LocalVariables"),
        };

        if (filter is { WithoutTenantId: true, TenantIdIn: not null })
        {
            context.Report(DeclarationProblem.FilterContradicts, attribute.SyntaxOf("WithoutTenantId"), handler, "WithoutTenantId", "TenantIdIn");
        }

        ReportIfNotIn(filter.ProcessDefinitionKey, filter.ProcessDefinitionKeyIn, "ProcessDefinitionKey", "ProcessDefinitionKeyIn");
        ReportIfNotIn(filter.ProcessDefinitionId, filter.ProcessDefinitionIdIn, "ProcessDefinitionId", "ProcessDefinitionIdIn");
        return filter;

        EquatableArray<ConstantText>? List(string name)
        {
            var list = attribute.List(name);
            if (list is not { IsEmpty: true })
            {
                return list;
            }

            context.Report(DeclarationProblem.FilterEmpty, attribute.SyntaxOf(name), handler, name);
            return null;
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

            context.Report(DeclarationProblem.FilterContradicts, attribute.SyntaxOf(name), handler, name, listName);
        }
    }
}
