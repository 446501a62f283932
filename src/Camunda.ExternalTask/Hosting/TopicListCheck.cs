using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask;

/// <summary>Finds filters of topics that are no list, or an empty one: binding makes nothing of them, and a filter that is lost fetches everything.</summary>
internal sealed class TopicListCheck(string name, IConfiguration section) : IValidateOptions<ExternalTaskWorkerOptions>
{
    private static readonly string[] Lists = [nameof(TopicOptions.ProcessDefinitionIdIn), nameof(TopicOptions.ProcessDefinitionKeyIn), nameof(TopicOptions.TenantIdIn)];

    public ValidateOptionsResult Validate(string? optionsName, ExternalTaskWorkerOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> problems =
        [
            .. from topic in section.GetSection(nameof(options.Topics)).GetChildren()
               from list in topic.GetChildren()
               where Lists.Contains(list.Key, StringComparer.OrdinalIgnoreCase) && !list.GetChildren().Any()
               select $"Topics:{topic.Key}:{list.Key} is empty or no list; leave it out if it does not restrict.",
        ];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
