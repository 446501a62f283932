using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>Options of an <see cref="ExternalTaskClient"/>.</summary>
public sealed class ExternalTaskClientOptions
{
    /// <summary>
    /// The address of the engine's REST API, for example <c>http://localhost:8080/engine-rest</c>; a named engine has <c>/engine/{name}</c> behind it. Default: the
    /// address of the HTTP client.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The worker id of calls that take a task's id; at most 255 characters. Default: machine, process and a random part, so that it is unique.</summary>
    public string? WorkerId { get; set; }

    /// <summary>The timeout of a call. A long poll may take this time longer than the engine holds it back. Default 10 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The engine's date format, as its administrator set it: a pattern of Java's <c>SimpleDateFormat</c> with the letters y, M, d, H, m, s, S, Z and X, for example
    /// <c>yyyy-MM-dd'T'HH:mm:ss</c>. Without Z or X dates are local times, and the engine must have the time zone of this machine. Default <c>yyyy-MM-dd'T'HH:mm:ss.SSSZ</c>, the
    /// engine's since 7.8.
    /// </summary>
    public string DateFormat { get; set; } = EngineDateFormat.DefaultPattern;

    /// <summary>
    /// The process variable that carries a trace through a process, see <see cref="ExternalTaskWorkerOptions.TraceVariable"/>. Starts, messages and signals set it
    /// to the current activity, if there is one. Default null: none.
    /// </summary>
    public string? TraceVariable { get; set; }

    /// <summary>The maximum length of an answer in bytes. Default 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>
    /// The longest text in a request, in characters; JSON values and Base64 contents count as texts. The engine's JSON parser breaks the
    /// connection above 20,000,000. A longer text throws a <see cref="VariableException"/>. Default 20,000,000.
    /// </summary>
    public int MaxStringLength { get; set; } = StringLimit.Default;

    /// <summary>Whether requests with credentials may be sent to another machine over plain HTTP. Default false: they are not sent. Applies to clients of a container.</summary>
    public bool AllowInsecureCredentials { get; set; }
}
