using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>Where the engine is and how a client talks to it.</summary>
public sealed class ExternalTaskClientOptions
{
    /// <summary>The engine's REST address, for example <c>http://localhost:8080/engine-rest</c>; for a named engine with <c>/engine/{name}</c> behind it. Default: that of the HTTP client.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The worker id of calls that are not about a fetched task; at most 255 characters. Default: machine, process and a random part, so that two processes never share one.</summary>
    public string? WorkerId { get; set; }

    /// <summary>How long a call may take; a long poll may take that much longer than the engine holds it back. Default 10 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The engine's date format as its administrator set it, a pattern of Java's <c>SimpleDateFormat</c> with the letters y, M, d, H, m, s, S, Z and X, for example
    /// <c>yyyy-MM-dd'T'HH:mm:ss</c>. Without Z or X dates are local times of the engine, which must have this machine's time zone then. Default <c>yyyy-MM-dd'T'HH:mm:ss.SSSZ</c>, the
    /// engine's since 7.8.
    /// </summary>
    public string DateFormat { get; set; } = EngineDateFormat.DefaultPattern;

    /// <summary>How long an answer may be, in bytes. Default 64 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Whether credentials may go over plain HTTP to another machine. Default false: such requests are not sent. Holds for clients of a container.</summary>
    public bool AllowInsecureCredentials { get; set; }
}
