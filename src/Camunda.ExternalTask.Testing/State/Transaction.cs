namespace Camunda.ExternalTask.Testing.State;

/// <summary>Undoes the changes of a request that fails, the last one first.</summary>
internal sealed class Transaction
{
    private readonly List<Action> _undo = [];

    /// <summary>True if the request created or unlocked a task, which a waiting poll could fetch.</summary>
    public bool WakesPolls { get; set; }

    /// <summary>True if the request created or changed a job, which the job executor could perform.</summary>
    public bool WakesJobs { get; set; }

    public void OnRollback(Action undo) => _undo.Add(undo);

    public void Rollback()
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
        {
            _undo[i]();
        }

        _undo.Clear();
        WakesPolls = false;
        WakesJobs = false;
    }
}
