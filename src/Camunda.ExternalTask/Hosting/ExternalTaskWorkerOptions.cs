using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>How a worker polls, locks and retries. Checked when the worker starts.</summary>
public sealed class ExternalTaskWorkerOptions
{
    /// <summary>The engine's REST address, for example <c>http://localhost:8080/engine-rest</c>; for a named engine with <c>/engine/{name}</c> behind it. Required, unless a resolver gives the address of each request.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The worker's name in the engine, at most 150 characters. The worker adds machine, process and the number of the poll (<c>name:machine:pid:random#17</c>), which fences off results of lost locks. Default: the application's name.</summary>
    public string? WorkerId { get; set; }

    /// <summary>How many handlers run at once, over all topics without a limit of their own. Default 64.</summary>
    public int MaxConcurrency { get; set; } = 64;

    /// <summary>
    /// Whether a start raises the minimum of the process's thread pool (<see cref="ThreadPool.SetMinThreads"/>) by <see cref="MaxConcurrency"/>, and by the limits of topics that have their
    /// own. Default true. Handlers that block a thread would otherwise starve polls, results and lock extensions, and their locks would expire. Set it to false if no handler blocks and
    /// the process must not have that many threads; the application then sees to enough of them.
    /// </summary>
    public bool ReserveThreads { get; set; } = true;

    /// <summary>How long a task is locked while its handler runs. The worker extends the lock at half time. Default 60 s; at least 2 s.</summary>
    public TimeSpan LockDuration { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// For how long a fetch locks a task, at most the lock duration. If the handler still runs after half of this time, the worker extends the lock to the lock duration. Tasks of a process
    /// that dies, of a response that is lost, and of a poll that was aborted are available again after this time. Default 10 s; at least 2 s.
    /// </summary>
    public TimeSpan FetchLockDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>When failed tasks are tried again, in the engine's notation: <c>R3/PT30S</c> (three attempts in all, so two retries) or one waiting time per retry; <c>R1/PT0S</c> is no retry. Default <c>PT5S,PT30S,PT5M</c>.</summary>
    public string RetryCycle { get; set; } = "PT5S,PT30S,PT5M";

    /// <summary>How long the engine holds a poll back when there is no work (<c>asyncResponseTimeout</c>). Default 20 s; at most 30 min, the engine's limit.</summary>
    public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The least time between an answered poll and the next one; meanwhile nothing is fetched, even if slots are free. Default zero: long polls follow each other at once, which costs no more.
    /// An immediate fetch for a retry that falls due while a poll waits in the engine is not held back. At most a day.
    /// </summary>
    public TimeSpan PollInterval { get; set; }

    /// <summary>How long the worker waits after polls that failed, or, by a rule of your own, after any poll.</summary>
    public BackoffOptions Backoff { get; } = new();

    /// <summary>Whether the worker polls as soon as its host has started. Default true; false: once <see cref="ExternalTaskWorker.Start"/> is called. Without a host it never starts by itself.</summary>
    public bool AutoStart { get; set; } = true;

    /// <summary>How long any other call may take before it is tried again. Default 10 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long running handlers may go on after a stop before their token is cancelled. Keep it below the host's <c>ShutdownTimeout</c> (30 s). Default 25 s.</summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Whether tasks with a higher priority are fetched first. Default true.</summary>
    public bool UsePriority { get; set; } = true;

    /// <summary>The order of creation in which tasks are fetched, after the priority; null: none. Camunda 7.21 and later; older engines ignore it.</summary>
    public SortOrder? CreateTimeOrder { get; set; }

    /// <summary>
    /// The engine's date format as its administrator set it, a pattern of Java's <c>SimpleDateFormat</c> with the letters y, M, d, H, m, s, S, Z and X, for example
    /// <c>yyyy-MM-dd'T'HH:mm:ss</c>. Without Z or X dates are local times of the engine, which must have this machine's time zone then. Default <c>yyyy-MM-dd'T'HH:mm:ss.SSSZ</c>, the
    /// engine's since 7.8.
    /// </summary>
    public string DateFormat { get; set; } = EngineDateFormat.DefaultPattern;

    /// <summary>Whether the stack trace of a handler's exception goes to the engine as error details, where operators see it (and whoever may read the engine). Default true.</summary>
    public bool IncludeStackTrace { get; set; } = true;

    /// <summary>How long the answer of a poll may be, in bytes. Default 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Whether credentials may go over plain HTTP to another machine. Default false: that is refused at start, and for each request.</summary>
    public bool AllowInsecureCredentials { get; set; }

    /// <summary>Exception types that make an incident at once, besides <see cref="NonRetryableException"/> and <see cref="VariableException"/>; derived types count. Set in code only.</summary>
    public IList<Type> NonRetryableExceptions { get; } = [];

    /// <summary>What is different for single topics; wins over the handlers' attributes. Every key must be the topic of a handler.</summary>
    public IDictionary<string, TopicOptions> Topics { get; } = new Dictionary<string, TopicOptions>(StringComparer.Ordinal);
}
