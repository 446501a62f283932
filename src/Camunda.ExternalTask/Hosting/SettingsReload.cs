using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Applies reloaded settings to those of a worker as far as it can change them while it runs: slots, locks, retries, and the limits of runs.</summary>
/// <param name="section">The path of the section.</param>
/// <param name="handlers">The handlers, whose attributes decide which topics have slots of their own.</param>
internal sealed class SettingsReload(string section, IReadOnlyList<HandlerInvoker> handlers)
{
    private static readonly (string Key, Func<ExternalTaskWorkerOptions, object?> Read, Action<ExternalTaskWorkerOptions, ExternalTaskWorkerOptions> Copy)[] OfWorker =
    [
        (nameof(ExternalTaskWorkerOptions.MaxConcurrency), static o => o.MaxConcurrency, static (to, from) => to.MaxConcurrency = from.MaxConcurrency),
        (nameof(ExternalTaskWorkerOptions.LockDuration), static o => o.LockDuration, static (to, from) => to.LockDuration = from.LockDuration),
        (nameof(ExternalTaskWorkerOptions.FetchLockDuration), static o => o.FetchLockDuration, static (to, from) => to.FetchLockDuration = from.FetchLockDuration),
        (nameof(ExternalTaskWorkerOptions.RetryCycle), static o => o.RetryCycle, static (to, from) => to.RetryCycle = from.RetryCycle),
        (nameof(ExternalTaskWorkerOptions.LongRunningAfter), static o => o.LongRunningAfter, static (to, from) => to.LongRunningAfter = from.LongRunningAfter),
        (nameof(ExternalTaskWorkerOptions.MaxDuration), static o => o.MaxDuration, static (to, from) => to.MaxDuration = from.MaxDuration),
        (nameof(ExternalTaskWorkerOptions.SummaryInterval), static o => o.SummaryInterval, static (to, from) => to.SummaryInterval = from.SummaryInterval),
    ];

    private static readonly (string Key, Func<TopicOptions, object?> Read, Action<TopicOptions, TopicOptions> Copy)[] OfTopic =
    [
        (nameof(TopicOptions.LockDuration), static o => o.LockDuration, static (to, from) => to.LockDuration = from.LockDuration),
        (nameof(TopicOptions.RetryCycle), static o => o.RetryCycle, static (to, from) => to.RetryCycle = from.RetryCycle),
        (nameof(TopicOptions.LongRunningAfter), static o => o.LongRunningAfter, static (to, from) => to.LongRunningAfter = from.LongRunningAfter),
        (nameof(TopicOptions.MaxDuration), static o => o.MaxDuration, static (to, from) => to.MaxDuration = from.MaxDuration),
        (nameof(TopicOptions.MaxConcurrency), static o => o.MaxConcurrency, static (to, from) => to.MaxConcurrency = from.MaxConcurrency),
    ];

    private static readonly (string Key, Func<ExternalTaskWorkerOptions, object?> Read)[] Fixed =
    [
        (nameof(ExternalTaskWorkerOptions.BaseAddress), static o => o.BaseAddress),
        (nameof(ExternalTaskWorkerOptions.WorkerId), static o => o.WorkerId),
        (nameof(ExternalTaskWorkerOptions.ReserveThreads), static o => o.ReserveThreads),
        (nameof(ExternalTaskWorkerOptions.PollTimeout), static o => o.PollTimeout),
        (nameof(ExternalTaskWorkerOptions.PollInterval), static o => o.PollInterval),
        (nameof(ExternalTaskWorkerOptions.Backoff), static o => (o.Backoff.InitialDelay, o.Backoff.Factor, o.Backoff.MaxDelay, o.Backoff.Jitter)),
        (nameof(ExternalTaskWorkerOptions.AutoStart), static o => o.AutoStart),
        (nameof(ExternalTaskWorkerOptions.RequestTimeout), static o => o.RequestTimeout),
        (nameof(ExternalTaskWorkerOptions.ShutdownGrace), static o => o.ShutdownGrace),
        (nameof(ExternalTaskWorkerOptions.TraceVariable), static o => o.TraceVariable),
        (nameof(ExternalTaskWorkerOptions.UsePriority), static o => o.UsePriority),
        (nameof(ExternalTaskWorkerOptions.CreateTimeOrder), static o => o.CreateTimeOrder),
        (nameof(ExternalTaskWorkerOptions.DateFormat), static o => o.DateFormat),
        (nameof(ExternalTaskWorkerOptions.IncludeStackTrace), static o => o.IncludeStackTrace),
        (nameof(ExternalTaskWorkerOptions.MaxResponseBytes), static o => o.MaxResponseBytes),
        (nameof(ExternalTaskWorkerOptions.MaxStringLength), static o => o.MaxStringLength),
        (nameof(ExternalTaskWorkerOptions.AllowInsecureCredentials), static o => o.AllowInsecureCredentials),
    ];

    private readonly List<string> _applied = [];
    private readonly List<string> _pending = [];

    /// <summary>The keys of the settings that apply now, separated by commas.</summary>
    public string Applied => string.Join(", ", _applied);

    /// <summary>The keys of the settings that need a new process, separated by commas.</summary>
    public string Pending => string.Join(", ", _pending);

    public bool HasChanges => _applied.Count + _pending.Count > 0;

    /// <summary>Copies what can change, and notes what has changed.</summary>
    /// <param name="current">The settings of the worker.</param>
    /// <param name="reloaded">The new ones.</param>
    public void Apply(ExternalTaskWorkerOptions current, ExternalTaskWorkerOptions reloaded)
    {
        foreach (var (key, read, copy) in OfWorker)
        {
            if (!Equals(read(current), read(reloaded)))
            {
                copy(current, reloaded);
                _applied.Add(SettingPath.Combine(section, key));
            }
        }

        foreach (var topic in current.Topics.Keys.Union(reloaded.Topics.Keys, StringComparer.OrdinalIgnoreCase).ToList())
        {
            ApplyTopic(current, reloaded.Topics.TryGetValue(topic, out var changed) ? changed : new(), topic);
        }

        _pending.AddRange(Fixed.Where(setting => !Equals(setting.Read(current), setting.Read(reloaded))).Select(setting => SettingPath.Combine(section, setting.Key)));
    }

    private void ApplyTopic(ExternalTaskWorkerOptions current, TopicOptions reloaded, string topic)
    {
        var path = SettingPath.Combine(section, $"{nameof(ExternalTaskWorkerOptions.Topics)}:{topic}");
        var own = current.Topics.TryGetValue(topic, out var found) ? found : current.Topics[topic] = new();
        foreach (var (key, read, copy) in OfTopic)
        {
            if (Equals(read(own), read(reloaded)))
            {
                continue;
            }

            var (before, limit) = (GroupsOf(current), own.MaxConcurrency);
            copy(own, reloaded);
            if (before.SequenceEqual(GroupsOf(current)))
            {
                _applied.Add($"{path}:{key}");
            }
            else
            {
                // A topic with a limit has a poll of its own, and a running worker does not change its polls.
                own.MaxConcurrency = limit;
                _pending.Add($"{path}:{key}");
            }
        }

        if (!FilterOf(own).Equals(FilterOf(reloaded)))
        {
            _pending.Add(path);
        }
    }

    private IEnumerable<string> GroupsOf(ExternalTaskWorkerOptions options) => [.. WorkerPlanner.Groups(handlers, options).Select(static group => group.Name)];

    private static (bool, bool?, string?, string?, string?, string?, string, string, string, bool?, bool?) FilterOf(TopicOptions topic) => (
        topic.AutoOpen, topic.DeserializeValues, topic.ProcessDefinitionId, topic.ProcessDefinitionKey, topic.ProcessDefinitionVersionTag, topic.BusinessKey,
        Text(topic.ProcessDefinitionIdIn), Text(topic.ProcessDefinitionKeyIn), Text(topic.TenantIdIn), topic.WithoutTenantId, topic.LocalVariables);

    private static string Text(IList<string>? values) => values is null ? "" : string.Join('\n', values);
}
