using System.Diagnostics;
using System.Globalization;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// Worker ids contain their process: <c>name:machine:pid:random#poll</c>. No worker processes the tasks that a dead process of the same name on the same
/// machine has locked, so its successor need not wait until their locks expire.
/// </summary>
internal sealed class WorkerIdentity
{
    private readonly string _prefix;
    private readonly string _processId;
    private readonly string _ownId;
    private readonly int _ownProcess;
    private readonly Func<int, bool> _isAlive;

    /// <param name="name">The worker's name.</param>
    /// <param name="machine">The machine's name.</param>
    /// <param name="process">The id of the process.</param>
    /// <param name="random">A text that all workers of the process share, so that none of them counts as the predecessor of another, even after its stop.</param>
    /// <param name="number">The 1-based number of the worker in the process.</param>
    /// <param name="isAlive">Whether a process runs.</param>
    public WorkerIdentity(string name, string machine, int process, string random, int number = 1, Func<int, bool>? isAlive = null)
    {
        _prefix = $"{name}:{machine}:";
        _ownProcess = process;
        _processId = string.Create(CultureInfo.InvariantCulture, $"{_prefix}{process}:{random}");
        _ownId = number == 1 ? _processId : string.Create(CultureInfo.InvariantCulture, $"{_processId}.{number}");
        _isAlive = isAlive ?? IsAlive;
    }

    /// <summary>The worker id of this process, without the number of a poll.</summary>
    public string Own => _ownId;

    /// <summary>Whether a worker id belongs to a dead process of this worker on this machine.</summary>
    public bool IsDeadPredecessor(string workerId)
    {
        if (!workerId.StartsWith(_prefix, StringComparison.Ordinal) || workerId.StartsWith(_processId, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = workerId.AsSpan(_prefix.Length);
        var end = rest.IndexOf(':');
        return end > 0 && rest[(end + 1)..].Contains('#')
            && int.TryParse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            // A container has the same machine name and process id after each start, so an earlier process with this id is dead.
            && (process == _ownProcess || !_isAlive(process));
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
