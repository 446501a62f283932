using Microsoft.Extensions.Configuration;

namespace Camunda.ExternalTask.Hosting;

/// <summary>The complete paths of settings, as a configuration knows them.</summary>
internal static class SettingPath
{
    /// <summary>The path of a section; empty for a whole configuration.</summary>
    public static string Of(IConfiguration section) => section is IConfigurationSection { Path: var path } ? path : "";

    public static string Combine(string section, string key) => section.Length == 0 ? key : ConfigurationPath.Combine(section, key);

    /// <summary>Completes the key at the beginning of a message.</summary>
    public static string Complete(string section, string problem)
    {
        var end = problem.AsSpan().IndexOfAny(' ', ':');
        return end > 0 && SectionKeys.OfWorker.Contains(problem[..end]) ? Combine(section, problem) : problem;
    }
}
