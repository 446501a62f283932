using System.Globalization;
using Camunda.ExternalTask.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Finds in a worker's section what binding passes over or misreads: filters of topics that are no list or an empty one (a filter that is lost fetches
/// everything), plain numbers as durations (.NET takes them for days), and a value where the topics should be.
/// </summary>
internal sealed class SectionCheck(string name, IConfiguration section) : IValidateOptions<ExternalTaskWorkerOptions>
{
    private static readonly string[] Lists = [nameof(TopicOptions.ProcessDefinitionIdIn), nameof(TopicOptions.ProcessDefinitionKeyIn), nameof(TopicOptions.TenantIdIn)];

    public ValidateOptionsResult Validate(string? optionsName, ExternalTaskWorkerOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        var topics = section.GetSection(nameof(options.Topics));
        List<string> problems = [.. DurationProblems(), .. TopicProblems(topics), .. ListProblems(topics)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> DurationProblems() =>
        from duration in DurationKeys.In(section)
        let text = duration.Value.Value
        where text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        select $"{duration.Key} is '{text}', which .NET takes for days: write {Remedy(text)}.";

    /// <summary>The number as seconds, in both notations, if it is a likely one.</summary>
    private static string Remedy(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromSeconds(seconds):c} (or PT{seconds}S) for {seconds} seconds")
        : "it as 00:00:30 or PT30S (30 seconds)";

    private static IEnumerable<string> TopicProblems(IConfigurationSection topics)
    {
        if (!string.IsNullOrEmpty(topics.Value))
        {
            yield return $"Topics is the value '{topics.Value}': it must be a section with a section for each topic, Topics:{{topic}}:LockDuration and the like.";
        }

        foreach (var topic in topics.GetChildren().Where(static topic => !string.IsNullOrEmpty(topic.Value)))
        {
            yield return $"Topics:{topic.Key} is the value '{topic.Value}': it must be a section, Topics:{{topic}}:LockDuration and the like.";
        }
    }

    private static IEnumerable<string> ListProblems(IConfigurationSection topics) =>
        from topic in topics.GetChildren()
        from list in topic.GetChildren()
        where Lists.Contains(list.Key, StringComparer.OrdinalIgnoreCase)
        let entries = list.GetChildren().ToList()
        where entries.Count == 0 || entries.Exists(static entry => entry.Value is null)
        let name = $"Topics:{topic.Key}:{list.Key}"
        select entries.Count == 0 ? $"{name} is empty or no list; leave it out if it does not restrict." : FilterCheck.BlankIn(name);
}
