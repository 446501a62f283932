using System.Diagnostics;
using System.Globalization;

namespace Camunda.ExternalTask.Worker.Shell;

/// <summary>
/// Worker ids name their process: <c>name:machine~space:pid:random#poll</c>. Tasks that a dead process of the same worker in the same <see cref="ProcessSpace"/> has locked are not
/// processed by any worker, so its successor releases them instead of waiting until the lock expires.
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
    /// <param name="process">The number of the process.</param>
    /// <param name="random">The same for all workers of the process: they are no predecessors of each other, even after their stop.</param>
    /// <param name="number">Tells the workers of the process apart, from 1.</param>
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

    /// <summary>The worker id with which this worker takes over the locks of a predecessor in order to release them.</summary>
    public string Releasing => _ownId + "#0";

    /// <summary>Whether a worker id is that of a poll of this worker.</summary>
    public bool IsOwn(string workerId) => workerId.Length > _ownId.Length && workerId.StartsWith(_ownId, StringComparison.Ordinal) && workerId[_ownId.Length] == '#';

    /// <summary>Whether a worker id is that of a dead process of this worker on this machine.</summary>
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
            // The number is unique within the space of processes, so an earlier process that had the own number is dead.
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
