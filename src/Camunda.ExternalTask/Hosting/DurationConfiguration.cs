using System.Globalization;
using Camunda.ExternalTask.Shared.Notation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Presents a worker's section to the binder. It translates durations in ISO 8601, as in attributes and BPMN, into the .NET format, the
/// only one that the binder reads, and hides the section of the credentials, which are no options.
/// </summary>
internal sealed class DurationConfiguration(IConfiguration section) : IConfiguration
{
    public string? this[string key]
    {
        get => GetSection(key).Value;
        set => section[key] = value;
    }

    public IEnumerable<IConfigurationSection> GetChildren() => section.GetChildren()
        .Where(static child => !child.Key.Equals(ConfiguredCredentials.Section, StringComparison.OrdinalIgnoreCase))
        .Select(static child => new Part(child, child.Key));

    public IChangeToken GetReloadToken() => section.GetReloadToken();

    public IConfigurationSection GetSection(string key) => new Part(section.GetSection(key), key);

    private static string? Translate(string? value) =>
        Iso8601Duration.TryParseSigned(value, out var duration) ? duration.ToString("c", CultureInfo.InvariantCulture) : value;

    /// <param name="inner">The original section.</param>
    /// <param name="below">The path of the section, relative to the worker's section.</param>
    private sealed class Part(IConfigurationSection inner, string below) : IConfigurationSection
    {
        public string Key => inner.Key;

        public string Path => inner.Path;

        public string? Value
        {
            get => DurationKeys.Contain(below) ? Translate(inner.Value) : inner.Value;
            set => inner.Value = value;
        }

        public string? this[string key]
        {
            get => GetSection(key).Value;
            set => inner[key] = value;
        }

        public IEnumerable<IConfigurationSection> GetChildren() => inner.GetChildren().Select(child => new Part(child, ConfigurationPath.Combine(below, child.Key)));

        public IChangeToken GetReloadToken() => inner.GetReloadToken();

        public IConfigurationSection GetSection(string key) => new Part(inner.GetSection(key), ConfigurationPath.Combine(below, key));
    }
}
