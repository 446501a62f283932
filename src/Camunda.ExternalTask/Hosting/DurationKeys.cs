using Microsoft.Extensions.Configuration;

namespace Camunda.ExternalTask.Hosting;

/// <summary>The keys of a worker's section whose values are durations.</summary>
internal static class DurationKeys
{
    public static IReadOnlyList<string> OfWorker { get; } =
    [
        nameof(ExternalTaskWorkerOptions.LockDuration),
        nameof(ExternalTaskWorkerOptions.FetchLockDuration),
        nameof(ExternalTaskWorkerOptions.PollTimeout),
        nameof(ExternalTaskWorkerOptions.PollInterval),
        nameof(ExternalTaskWorkerOptions.RequestTimeout),
        nameof(ExternalTaskWorkerOptions.ShutdownGrace),
        nameof(ExternalTaskWorkerOptions.LongRunningAfter),
        nameof(ExternalTaskWorkerOptions.MaxDuration),
        nameof(ExternalTaskWorkerOptions.SummaryInterval),
    ];

    public static IReadOnlyList<string> OfBackoff { get; } = [nameof(BackoffOptions.InitialDelay), nameof(BackoffOptions.MaxDelay)];

    public static IReadOnlyList<string> OfTopic { get; } = [nameof(TopicOptions.LockDuration), nameof(TopicOptions.LongRunningAfter), nameof(TopicOptions.MaxDuration)];

    /// <summary>Returns the durations in a section: those of the worker, of its back-off and of its topics.</summary>
    public static IEnumerable<(string Key, IConfigurationSection Value)> In(IConfiguration section) =>
    [
        .. OfWorker.Select(key => (key, section.GetSection(key))),
        .. OfBackoff.Select(key => ($"Backoff:{key}", section.GetSection(nameof(ExternalTaskWorkerOptions.Backoff)).GetSection(key))),
        .. from topic in section.GetSection(nameof(ExternalTaskWorkerOptions.Topics)).GetChildren()
           from key in OfTopic
           select ($"Topics:{topic.Key}:{key}", topic.GetSection(key)),
    ];

    /// <summary>Whether a path relative to the worker's section is the path of a duration.</summary>
    public static bool Contain(string path) => path.Split(ConfigurationPath.KeyDelimiter) switch
    {
        [var key] => OfWorker.Contains(key, StringComparer.OrdinalIgnoreCase),
        [var backoff, var key] => backoff.Equals(nameof(ExternalTaskWorkerOptions.Backoff), StringComparison.OrdinalIgnoreCase)
            && OfBackoff.Contains(key, StringComparer.OrdinalIgnoreCase),
        [var topics, _, var key] => topics.Equals(nameof(ExternalTaskWorkerOptions.Topics), StringComparison.OrdinalIgnoreCase)
            && OfTopic.Contains(key, StringComparer.OrdinalIgnoreCase),
        _ => false,
    };
}
