namespace Camunda.ExternalTask.Testing.State;

/// <summary>Undoes a request's changes, latest first, unless it is committed.</summary>
internal sealed class Transaction
{
    private readonly List<Action> _undo = [];

    /// <summary>Set where a waiting poll could find something new: a created or unlocked task.</summary>
    public bool WakesPolls { get; set; }

    public void OnRollback(Action undo) => _undo.Add(undo);

    public void Rollback()
    {
        for (var i = _undo.Count - 1; i >= 0; i--)
        {
            _undo[i]();
        }

        _undo.Clear();
        WakesPolls = false;
    }
}
