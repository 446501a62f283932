namespace Camunda.ExternalTask.Simulation;

/// <summary>Simulated time: what happens next. Equal times happen in the order in which they were planned.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> _queue = new();
    private long _order;

    public TimeSpan Now { get; private set; }

    public void At(TimeSpan at, Action action) => _queue.Enqueue(action, (at > Now ? at : Now, _order++));

    public void After(TimeSpan wait, Action action) => At(Now + wait, action);

    /// <summary>Lets the next thing happen.</summary>
    /// <returns>False if nothing happens any more.</returns>
    public bool Next()
    {
        if (!_queue.TryDequeue(out var action, out var when))
        {
            return false;
        }

        Now = when.At;
        action();
        return true;
    }
}
