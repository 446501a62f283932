using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Makes a plan from handlers and options: which topics share a poll, lock durations and retries.</summary>
internal static class WorkerPlanner
{
    private const string DefaultGroup = "default";

    /// <exception cref="InvalidOperationException">
    /// There is no handler, two handlers conflict, or the options name a topic without a handler.
    /// </exception>
    public static void Check(IReadOnlyList<HandlerInvoker> handlers, ExternalTaskWorkerOptions options, string section = "")
    {
        if (handlers.Count == 0)
        {
            throw new InvalidOperationException("The worker has no handler. Call AddHandlers() (generated) or AddHandler(…).");
        }

        for (var i = 0; i < handlers.Count; i++)
        {
            for (var k = 0; k < i; k++)
            {
                if (handlers[i].Descriptor.Topic == handlers[k].Descriptor.Topic && HaveSameFilter(handlers[i].Descriptor, handlers[k].Descriptor, options))
                {
                    throw new InvalidOperationException(
                        $"Two handlers have the topic '{handlers[i].Descriptor.Topic}': {handlers[k].Descriptor.Name} and {handlers[i].Descriptor.Name}. "
                        + "Give one of them another topic, or give them different filters.");
                }
            }
        }

        foreach (var topic in options.Topics.Keys)
        {
            var sharing = handlers
                .Where(handler => handler.Descriptor.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(handler => handler.Descriptor.Topic)
                .ToList();
            if (sharing.Count > 1)
            {
                throw new InvalidOperationException(
                    $"{SettingPath.Combine(section, $"Topics:{topic}")} would apply to two topics that differ only by case: "
                    + $"'{sharing[0].Descriptor.Topic}' ({sharing[0].Descriptor.Name}) and "
                    + $"'{sharing[1].Descriptor.Topic}' ({sharing[1].Descriptor.Name}). Rename one of the topics, or set the values in the handlers' attributes.");
            }

            if (!handlers.Any(handler => handler.Descriptor.Topic.Equals(topic, StringComparison.OrdinalIgnoreCase)))
            {
                throw new InvalidOperationException(
                    $"{SettingPath.Combine(section, $"Topics:{topic}")} names the topic '{topic}', but no handler has it. Correct the name or register a handler. "
                    + $"Topics with a handler: {string.Join(", ", handlers.Select(handler => handler.Descriptor.Topic))}.");
            }
        }
    }

    public static IReadOnlyList<GroupPlan> Groups(IReadOnlyList<HandlerInvoker> handlers, ExternalTaskWorkerOptions options)
    {
        List<HandlerInvoker> shared = [];
        List<GroupPlan> groups = [];
        foreach (var handler in handlers)
        {
            var topic = handler.Descriptor.Topic;
            var limit = options.Topics.TryGetValue(topic, out var own) && own.MaxConcurrency is { } configured ? configured : handler.Descriptor.MaxConcurrency;
            if (limit > 0)
            {
                groups.Add(Group(topic, limit, [handler], options));
            }
            else if (shared.Exists(other => other.Descriptor.Topic == topic))
            {
                // If a request contains a topic twice, the engine uses only the last one.
                groups.Add(Group($"{topic} ({handler.Descriptor.Name})", options.MaxConcurrency, [handler], options));
            }
            else
            {
                shared.Add(handler);
            }
        }

        return shared.Count == 0 ? groups : [Group(DefaultGroup, options.MaxConcurrency, shared, options), .. groups];
    }

    /// <summary>Whether the topic is polled as soon as the worker starts.</summary>
    public static bool OpensByItself(HandlerInvoker handler, ExternalTaskWorkerOptions options) =>
        !options.Topics.TryGetValue(handler.Descriptor.Topic, out var own) || own.AutoOpen;

    public static BackoffPlan Backoff(BackoffOptions options) => new()
    {
        InitialDelay = options.InitialDelay,
        Factor = options.Factor,
        MaxDelay = options.MaxDelay,
        Jitter = options.Jitter,
        Strategy = options.Strategy,
    };

    private static GroupPlan Group(string name, int slots, IReadOnlyList<HandlerInvoker> handlers, ExternalTaskWorkerOptions options)
    {
        List<SubscriptionPlan> subscriptions = [.. handlers.Select(handler => Subscription(handler, options))];
        return new(name, slots, subscriptions)
        {
            TopicsJson = TopicWriter.ToArray(subscriptions.Select(
                subscription => Topic(Effective(subscription.Handler!.Descriptor, options), subscription.FetchLock, options.TraceVariable))),
        };
    }

    /// <summary>Returns the handler's descriptor with the filter and values that the options set for its topic.</summary>
    private static HandlerDescriptor Effective(HandlerDescriptor handler, ExternalTaskWorkerOptions options) =>
        options.Topics.TryGetValue(handler.Topic, out var own)
            ? handler with { Filter = own.Override(handler.Filter), DeserializeValues = own.DeserializeValues ?? handler.DeserializeValues }
            : handler;

    /// <summary>Compares the JSON that is sent, because lists with equal content are not equal members.</summary>
    private static bool HaveSameFilter(HandlerDescriptor one, HandlerDescriptor other, ExternalTaskWorkerOptions options)
    {
        return Sent(one).AsSpan().SequenceEqual(Sent(other));

        byte[] Sent(HandlerDescriptor handler) => TopicWriter.ToArray([Topic(Effective(handler, options) with { Input = null, DeserializeValues = false }, TimeSpan.Zero, null)]);
    }

    private static TopicRequest Topic(HandlerDescriptor handler, TimeSpan lockDuration, string? traceVariable) => new(handler.Topic, lockDuration)
    {
        Variables = handler.Input is { } input && traceVariable is not null ? [.. input.Variables.Union([traceVariable])] : handler.Input?.Variables,
        IncludeExtensionProperties = handler.Input?.IncludeExtensionProperties ?? false,
        DeserializeValues = handler.DeserializeValues,
        Filter = handler.Filter,
    };

    private static SubscriptionPlan Subscription(HandlerInvoker handler, ExternalTaskWorkerOptions options)
    {
        var own = options.Topics.TryGetValue(handler.Descriptor.Topic, out var found) ? found : null;
        var cycle = own?.RetryCycle is { } configured ? RetryCycle.Parse(configured) : handler.Descriptor.RetryCycle ?? RetryCycle.Parse(options.RetryCycle);
        var duration = own?.LockDuration ?? handler.Descriptor.LockDuration ?? options.LockDuration;
        return new(handler.Descriptor.Topic, duration, cycle)
        {
            FetchLock = duration < options.FetchLockDuration ? duration : options.FetchLockDuration,
            LongRunningAfter = own?.LongRunningAfter ?? options.LongRunningAfter,
            MaxDuration = own?.MaxDuration ?? options.MaxDuration,
            Handler = handler,
        };
    }
}
