namespace Camunda.ExternalTask.Simulation.Workers;

/// <summary>Lets the lock calls of one task take turns, as the shell does: a handler's own and the worker's must not overtake each other.</summary>
internal sealed class LockTurns
{
    private readonly Queue<Action> _waiting = [];
    private bool _isTaken;

    public void Take(Action call)
    {
        if (_isTaken)
        {
            _waiting.Enqueue(call);
            return;
        }

        _isTaken = true;
        call();
    }

    public void Release()
    {
        if (_waiting.TryDequeue(out var next))
        {
            next();
        }
        else
        {
            _isTaken = false;
        }
    }
}
