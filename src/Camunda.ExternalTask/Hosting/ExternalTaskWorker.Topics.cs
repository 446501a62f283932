using Camunda.ExternalTask.Generated;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask;

/// <content>Topics that are opened and closed at run time.</content>
public sealed partial class ExternalTaskWorker
{
    /// <summary>Opens a topic for a generated handler, before or after the start of the worker.</summary>
    /// <typeparam name="THandler">A class with <see cref="ExternalTaskHandlerAttribute"/>.</typeparam>
    /// <returns>The subscription, which closes the topic.</returns>
    /// <exception cref="InvalidOperationException">A service of the handler is missing, or a JSON type is not registered.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed.</exception>
    public TopicSubscription Subscribe<THandler>()
        where THandler : class, IExternalTaskHandler<THandler> => Subscribe([new HandlerInvoker<THandler>()], isRegistered: false);

    /// <summary>
    /// Opens a topic for a delegate, before or after the start of the worker. It fetches all variables, unless
    /// <paramref name="descriptor"/> selects some.
    /// </summary>
    /// <param name="topic">The topic, case-sensitive.</param>
    /// <param name="handler">Handles one task.</param>
    /// <param name="descriptor">Changes lock, retries, filters or variables; null leaves the defaults.</param>
    /// <returns>The subscription, which closes the topic.</returns>
    /// <exception cref="ArgumentException">The topic is null or blank.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed.</exception>
    public TopicSubscription Subscribe(
        string topic, Func<ExternalTaskContext, CancellationToken, Task<TaskOutcome>> handler, Func<HandlerDescriptor, HandlerDescriptor>? descriptor = null) =>
        Subscribe([DelegateInvoker.Create(topic, handler, descriptor)], isRegistered: false);

    /// <summary>
    /// Opens a topic whose handler is registered and whose <see cref="TopicOptions.AutoOpen"/> is false, before or after the start of the
    /// worker. If the topic is already open, the call returns its subscription. A closed topic can be opened again. Wait for
    /// <see cref="TopicSubscription.CloseAsync"/> first, because its last handlers may still run.
    /// </summary>
    /// <param name="topic">The topic, case-sensitive.</param>
    /// <returns>The subscription, which closes the topic.</returns>
    /// <exception cref="ArgumentException">No registered handler has the topic.</exception>
    /// <exception cref="InvalidOperationException">The topic opens with the start, a service of its handler is missing, or a JSON type is not registered.</exception>
    /// <exception cref="ObjectDisposedException">The worker is disposed.</exception>
    public TopicSubscription Open(string topic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        List<HandlerInvoker> handlers = [.. _handlers.Where(handler => handler.Descriptor.Topic == topic)];
        if (handlers.Count == 0)
        {
            throw new ArgumentException(
                $"No registered handler has the topic '{topic}'. Topics with a handler: {TopicsOf(_handlers)}. For another topic, call Subscribe.", nameof(topic));
        }

        if (WorkerPlanner.OpensByItself(handlers[0], _options))
        {
            throw new InvalidOperationException($"The topic '{topic}' opens when the worker starts. Set Topics:{topic}:AutoOpen to false to open it manually.");
        }

        lock (_sync)
        {
            return _subscriptions.Find(subscription => subscription.IsRegistered && subscription.Topic == topic) ?? Subscribe(handlers, isRegistered: true);
        }
    }

    private static string TopicsOf(IEnumerable<HandlerInvoker> handlers) => string.Join(", ", handlers.Select(handler => handler.Descriptor.Topic).Distinct());

    /// <summary>Missing services and JSON types fail this call, not the start.</summary>
    private TopicSubscription Subscribe(IReadOnlyList<HandlerInvoker> handlers, bool isRegistered)
    {
        Prepare(handlers);
        lock (_sync)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var subscription = new TopicSubscription(
                handlers[0].Descriptor.Topic, _sync, () => _shells.Create(handlers), _reporter, closed => _subscriptions.Remove(closed))
            {
                IsRegistered = isRegistered,
            };
            _subscriptions.Add(subscription);
            if (_isPolling)
            {
                subscription.Open();
            }

            return subscription;
        }
    }
}
