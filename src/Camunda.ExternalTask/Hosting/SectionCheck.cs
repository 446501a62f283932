using System.Globalization;
using Camunda.ExternalTask.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Finds mistakes in a worker's section that binding ignores or misreads: topic filters that are empty or not lists (without its filter, a
/// topic fetches everything), plain numbers as durations (.NET reads them as days), and a value in place of the topics.
/// </summary>
internal sealed class SectionCheck(string name, IConfiguration section) : IValidateOptions<ExternalTaskWorkerOptions>
{
    public ValidateOptionsResult Validate(string? optionsName, ExternalTaskWorkerOptions options)
    {
        if (optionsName != name)
        {
            return ValidateOptionsResult.Skip;
        }

        var topics = section.GetSection(nameof(options.Topics));
        List<string> problems = [.. MissingSection(options), .. DurationProblems(), .. TopicProblems(topics), .. ListProblems(topics), .. ConfiguredCredentials.Problems(section)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(problem => SettingPath.Complete(SettingPath.Of(section), problem)));
    }

    private IEnumerable<string> MissingSection(ExternalTaskWorkerOptions options)
    {
        if (options.BaseAddress is null && section is IConfigurationSection missing && !missing.Exists())
        {
            yield return $"The configuration has no section '{missing.Path}'. Check the name of the section, and whether its file was loaded.";
        }
    }

    private IEnumerable<string> DurationProblems() =>
        from duration in DurationKeys.In(section)
        let text = duration.Value.Value
        where text is not null && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        select $"{duration.Key} is '{text}', which .NET reads as days. Write {Remedy(text)}.";

    /// <summary>
    /// Suggests a correct duration: the number as seconds in both notations, if it is a whole number, or else an example.
    /// </summary>
    private static string Remedy(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? string.Create(CultureInfo.InvariantCulture, $"{TimeSpan.FromSeconds(seconds):c} (or PT{seconds}S) for {seconds} seconds")
        : "it as 00:00:30 or PT30S (30 seconds)";

    private static IEnumerable<string> TopicProblems(IConfigurationSection topics)
    {
        if (!string.IsNullOrEmpty(topics.Value))
        {
            yield return $"Topics is the value '{topics.Value}'. It must be a section with one section per topic, for example Topics:{{topic}}:LockDuration.";
        }

        foreach (var topic in topics.GetChildren().Where(static topic => !string.IsNullOrEmpty(topic.Value)))
        {
            yield return $"Topics:{topic.Key} is the value '{topic.Value}'. It must be a section, for example Topics:{topic.Key}:LockDuration.";
        }
    }

    private static IEnumerable<string> ListProblems(IConfigurationSection topics) =>
        from topic in topics.GetChildren()
        from list in topic.GetChildren()
        where SectionKeys.Lists.Contains(list.Key, StringComparer.OrdinalIgnoreCase)
        let entries = list.GetChildren().ToList()
        where entries.Count == 0 || entries.Exists(static entry => entry.Value is null)
        let name = $"Topics:{topic.Key}:{list.Key}"
        select entries.Count == 0 ? $"{name} is empty or not a list. Remove it if it should not restrict." : FilterCheck.BlankIn(name);
}
