using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Chaos.Workers;

/// <summary>A run of a handler, as a worker process has recorded it.</summary>
/// <param name="Task">The business key of the instance, which has one task.</param>
/// <param name="Process">The process id of the worker.</param>
/// <param name="Begin">When the handler began, in UTC.</param>
/// <param name="End">When it ended; null if it did not.</param>
internal sealed record LedgerRun(string Task, int Process, DateTimeOffset Begin, DateTimeOffset? End);

/// <summary>A file per worker process in which each begin and end of a handler is a line. It survives the death of the process.</summary>
internal sealed class Ledger(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Write(string kind, string task)
    {
        var line = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {task} {DateTimeOffset.UtcNow:O}\n"));
        lock (_file)
        {
            _file.Write(line);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>All runs in a folder of ledgers, whose names are the process ids.</summary>
    public static IReadOnlyList<LedgerRun> ReadAll(string folder) => [.. Directory.GetFiles(folder, "*.ledger").SelectMany(Read)];

    private static IEnumerable<LedgerRun> Read(string path)
    {
        var process = int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture);
        var open = new Dictionary<string, Queue<DateTimeOffset>>();
        foreach (var parts in File.ReadLines(path).Select(line => line.Split(' ')).Where(parts => parts.Length == 3))
        {
            var time = DateTimeOffset.Parse(parts[2], CultureInfo.InvariantCulture);
            if (parts[0] == "begin")
            {
                open.TryAdd(parts[1], new());
                open[parts[1]].Enqueue(time);
            }
            else
            {
                yield return new(parts[1], process, open[parts[1]].Dequeue(), time);
            }
        }

        foreach (var (task, begins) in open)
        {
            foreach (var begin in begins)
            {
                yield return new(task, process, begin, null);
            }
        }
    }
}
