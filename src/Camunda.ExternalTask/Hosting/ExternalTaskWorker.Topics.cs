using Camunda.ExternalTask.Generated;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <content>Topics that are opened and closed at run time.</content>
public sealed partial class ExternalTaskWorker
{
    /// <summary>Opens a topic for a generated handler, before or after the start.</summary>
    /// <typeparam name="THandler">A class with <see cref="ExternalTaskHandlerAttribute"/>.</typeparam>
    /// <returns>The subscription, by which the topic is closed again.</returns>
    /// <exception cref="InvalidOperationException">A service of the handler is missing, or a JSON type is not registered.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed of.</exception>
    public TopicSubscription Subscribe<THandler>()
        where THandler : class, IExternalTaskHandler<THandler> => Subscribe([new HandlerInvoker<THandler>()], isRegistered: false);

    /// <summary>Opens a topic for a delegate, before or after the start. It fetches all variables unless <paramref name="descriptor"/> says which.</summary>
    /// <param name="topic">The topic, case-sensitive.</param>
    /// <param name="handler">Handles one task.</param>
    /// <param name="descriptor">Changes lock, retries, filters or variables; null leaves the defaults.</param>
    /// <returns>The subscription, by which the topic is closed again.</returns>
    /// <exception cref="ArgumentException">The topic is null or blank.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed of.</exception>
    public TopicSubscription Subscribe(
        string topic, Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handler, Func<HandlerDescriptor, HandlerDescriptor>? descriptor = null) =>
        Subscribe([DelegateInvoker.Create(topic, handler, descriptor)], isRegistered: false);

    /// <summary>
    /// Opens a topic whose handler was registered and whose <see cref="TopicOptions.AutoOpen"/> is false, before or after the start. Opening an open topic gives its subscription once more;
    /// a closed one may be opened again, best once its <see cref="TopicSubscription.CloseAsync"/> has ended, as its last handlers may run until then.
    /// </summary>
    /// <param name="topic">The topic, case-sensitive.</param>
    /// <returns>The subscription, by which the topic is closed again.</returns>
    /// <exception cref="ArgumentException">No registered handler has the topic.</exception>
    /// <exception cref="InvalidOperationException">The topic opens with the start, a service of its handler is missing, or a JSON type is not registered.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed of.</exception>
    public TopicSubscription Open(string topic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        List<HandlerInvoker> handlers = [.. _handlers.Where(handler => handler.Descriptor.Topic == topic)];
        if (handlers.Count == 0)
        {
            throw new ArgumentException(
                $"No registered handler has the topic '{topic}'. Topics with a handler: {TopicsOf(_handlers)}. For another one, call Subscribe.", nameof(topic));
        }

        if (WorkerPlanner.OpensByItself(handlers[0], _options))
        {
            throw new InvalidOperationException($"The topic '{topic}' opens when the worker starts. Set Topics:{topic}:AutoOpen to false to open it by hand.");
        }

        lock (_sync)
        {
            return _subscriptions.Find(subscription => subscription.IsRegistered && subscription.Topic == topic) ?? Subscribe(handlers, isRegistered: true);
        }
    }

    private static string TopicsOf(IEnumerable<HandlerInvoker> handlers) => string.Join(", ", handlers.Select(handler => handler.Descriptor.Topic).Distinct());

    /// <summary>What is missing for JSON types is said at once, and not at the start.</summary>
    private TopicSubscription Subscribe(IReadOnlyList<HandlerInvoker> handlers, bool isRegistered)
    {
        Prepare(handlers);
        lock (_sync)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var subscription = new TopicSubscription(handlers[0].Descriptor.Topic, _sync, () => CreateShell(handlers), _reporter, closed => _subscriptions.Remove(closed)) { IsRegistered = isRegistered };
            _subscriptions.Add(subscription);
            if (_isPolling)
            {
                subscription.Open();
            }

            return subscription;
        }
    }
}
