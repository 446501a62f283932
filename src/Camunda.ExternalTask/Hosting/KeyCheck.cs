using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Finds unknown keys in a worker's section, and lists or sections in place of values, before the section is bound: the message names the complete path and the nearest key,
/// and no value.
/// </summary>
internal static class KeyCheck
{
    /// <exception cref="OptionsValidationException">The section has such a key.</exception>
    public static void Check(string name, IConfiguration section)
    {
        List<string> problems =
        [
            .. Problems(section, [.. SectionKeys.OfWorker, ConfiguredCredentials.Section]),
            .. Problems(section.GetSection(ConfiguredCredentials.Section), ConfiguredCredentials.Keys),
            .. Problems(section.GetSection(nameof(ExternalTaskWorkerOptions.Backoff)), SectionKeys.OfBackoff),
            .. section.GetSection(nameof(ExternalTaskWorkerOptions.Topics)).GetChildren().SelectMany(static topic => Problems(topic, SectionKeys.OfTopic)),
        ];
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(name, typeof(ExternalTaskWorkerOptions), problems);
        }
    }

    private static IEnumerable<string> Problems(IConfiguration section, IReadOnlyList<string> keys)
    {
        foreach (var child in section.GetChildren())
        {
            if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                var meant = NearestKey.Of(child.Key, keys) is { } nearest ? $"Did you mean '{nearest}'?" : $"Known keys: {string.Join(", ", keys)}.";
                yield return $"The configuration key '{child.Path}' is unknown. {meant}";
            }
            else if (child.Key.Equals(nameof(ExternalTaskWorkerOptions.Backoff), StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(child.Value))
            {
                yield return $"The configuration key '{child.Path}' is a value, but must be a section, for example {child.Path}:{nameof(BackoffOptions.MaxDelay)}.";
            }
            else if (IsValue(child.Key) && child.Value is null && child.GetChildren().Any())
            {
                yield return $"The configuration key '{child.Path}' is a list or a section, but must be a single value.";
            }
        }
    }

    private static bool IsValue(string key) =>
        !SectionKeys.Lists.Contains(key, StringComparer.OrdinalIgnoreCase) && !SectionKeys.Sections.Contains(key, StringComparer.OrdinalIgnoreCase);
}
