using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>Options for polling, locking and retrying. They are checked when the worker starts.</summary>
public sealed class ExternalTaskWorkerOptions
{
    /// <summary>
    /// The engine's REST address, for example <c>http://localhost:8080/engine-rest</c>, or
    /// <c>http://localhost:8080/engine-rest/engine/{name}</c> for a named engine. Required, unless a resolver supplies the address of each
    /// request.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The worker's name in the engine, at most 150 characters. The worker appends machine, process and poll number
    /// (<c>name:machine~space:pid:random#17</c>), so that the engine rejects results of lost locks. Default: the application's name.
    /// </summary>
    public string? WorkerId { get; set; }

    /// <summary>The number of handlers that run at once, over all topics that have no limit. Default 64.</summary>
    public int MaxConcurrency { get; set; } = 64;

    /// <summary>
    /// Whether the start raises the minimum of the process's thread pool (<see cref="ThreadPool.SetMinThreads"/>) by
    /// <see cref="MaxConcurrency"/> and by the limits of single topics. Default true. Without it, handlers that block threads delay polls,
    /// results and lock extensions until locks expire. Set it to false if no handler blocks threads and the process must not have so many;
    /// the application is then responsible for enough threads.
    /// </summary>
    public bool ReserveThreads { get; set; } = true;

    /// <summary>
    /// The time for which a fetched task is locked. The worker extends the lock at half time while the handler runs. Default 60 s; at least
    /// 2 s.
    /// </summary>
    public TimeSpan LockDuration { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The time for which a fetch locks a task, at most the lock duration. If the handler still runs after half of this time, the worker
    /// extends the lock to the lock duration. Tasks of a process that dies, of a response that is lost, and of a poll that was aborted are
    /// available again after this time. Default 10 s; at least 2 s.
    /// </summary>
    public TimeSpan FetchLockDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The retries of failed tasks, in the engine's notation: <c>R3/PT30S</c> (three attempts in total, so two retries) or one delay per
    /// retry. <c>R1/PT0S</c> means no retry. Default <c>PT5S,PT30S,PT5M</c>.
    /// </summary>
    public string RetryCycle { get; set; } = "PT5S,PT30S,PT5M";

    /// <summary>
    /// The time for which the engine holds a poll when there is no work (<c>asyncResponseTimeout</c>). Default 20 s; at most 30 min, the
    /// engine's limit.
    /// </summary>
    public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The shortest time between an answered poll and the next one. Until then the worker fetches nothing, even if slots are free. Default
    /// zero: long polls follow each other immediately, which costs no more. The interval does not delay the fetch for a retry that falls
    /// due while a poll waits in the engine. At most one day.
    /// </summary>
    public TimeSpan PollInterval { get; set; }

    /// <summary>The delays after failed polls, or a custom strategy that chooses the delay after any poll.</summary>
    public BackoffOptions Backoff { get; } = new();

    /// <summary>
    /// Whether the worker polls as soon as its host has started. Default true. If false, it polls after
    /// <see cref="ExternalTaskWorker.Start"/>. Without a host, the worker never starts automatically.
    /// </summary>
    public bool AutoStart { get; set; } = true;

    /// <summary>The timeout of all calls except polls, after which the worker tries again. Default 10 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The time for which running handlers may continue after a stop before their token is canceled. Keep it below the host's
    /// <c>ShutdownTimeout</c> (30 s). Default 25 s.
    /// </summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>
    /// The time after which a running handler is reported once, as the warning <c>HandlerRunsLong</c>, in the metric
    /// <c>camunda.worker.handlers.long_running</c> and in the data of the health check. Default 10 min; zero turns the report off.
    /// </summary>
    public TimeSpan LongRunningAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The time after which the worker cancels a handler's token. If the handler then throws <see cref="OperationCanceledException"/>, the task fails with its
    /// next retry. Default null: no limit.
    /// </summary>
    public TimeSpan? MaxDuration { get; set; }

    /// <summary>
    /// The time between two entries of the log that sum up the tasks of the worker (<c>WorkSummary</c>). An idle worker writes none. Default 1 min; zero turns
    /// them off.
    /// </summary>
    public TimeSpan SummaryInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The process variable that carries a trace through a process, for example <c>traceparent</c>; its value has the format of that header (W3C Trace Context).
    /// The activity of a task continues the trace that the variable names, and a completion or a BPMN error sets the variable to the task's own activity. Default
    /// null: each task has a trace of its own. No input or output should use the variable.
    /// </summary>
    public string? TraceVariable { get; set; }

    /// <summary>Whether tasks with a higher priority are fetched first. Default true.</summary>
    public bool UsePriority { get; set; } = true;

    /// <summary>
    /// The order of creation in which tasks of equal priority are fetched; null means no order. Requires Camunda 7.21; older engines ignore
    /// it.
    /// </summary>
    public SortOrder? CreateTimeOrder { get; set; }

    /// <summary>
    /// The engine's date format as its administrator configured it: a pattern of Java's <c>SimpleDateFormat</c> with the letters y, M, d,
    /// H, m, s, S, Z and X, for example <c>yyyy-MM-dd'T'HH:mm:ss</c>. Without Z or X, dates are local times of the engine, which must then
    /// be in this machine's time zone. Default <c>yyyy-MM-dd'T'HH:mm:ss.SSSZ</c>, the engine's default since 7.8.
    /// </summary>
    public string DateFormat { get; set; } = EngineDateFormat.DefaultPattern;

    /// <summary>
    /// Whether the worker sends the stack trace of a handler's exception to the engine as error details. Operators see it, as does everyone
    /// with read access to the engine. Default true.
    /// </summary>
    public bool IncludeStackTrace { get; set; } = true;

    /// <summary>The maximum size of a poll response, in bytes. Default 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// The longest text in a result, in characters; JSON values and Base64 contents count as texts. The engine's JSON parser breaks the
    /// connection above 20,000,000. A longer text makes the task an incident that names the variable. Default 20,000,000.
    /// </summary>
    public int MaxStringLength { get; set; } = StringLimit.Default;

    /// <summary>
    /// Whether credentials may be sent over plain HTTP to another machine. If false (default), the worker does not start with such an
    /// address and does not send such a request.
    /// </summary>
    public bool AllowInsecureCredentials { get; set; }

    /// <summary>
    /// Exception types that create an incident immediately, besides <see cref="NonRetryableException"/> and
    /// <see cref="VariableException"/>. Derived types are included. Can be set in code only.
    /// </summary>
    public IList<Type> NonRetryableExceptions { get; } = [];

    /// <summary>Settings for single topics. They override the handlers' attributes. Every key must be the topic of a handler; like all
    /// keys of a configuration, it is compared without regard to case.</summary>
    public IDictionary<string, TopicOptions> Topics { get; } = new Dictionary<string, TopicOptions>(StringComparer.OrdinalIgnoreCase);
}
