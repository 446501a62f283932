using Camunda.ExternalTask.Client;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Calls;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>
/// Client of the engine's REST API for external tasks, for use without a worker. It does not poll, extend locks or retry; a worker
/// (<c>AddCamundaExternalTasks</c>) does.
/// </summary>
/// <remarks>
/// Thread-safe. All calls throw <see cref="EngineException"/> if they fail, whatever the cause, <see cref="ArgumentException"/> for arguments that the engine would
/// answer with 500 or misunderstand, and <see cref="OperationCanceledException"/> if they are cancelled.
/// </remarks>
public sealed partial class ExternalTaskClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly TimeSpan _requestTimeout;
    private readonly CallSender _sender;
    private readonly ExternalTaskCalls _calls;
    private readonly FileContentClient _contents;
    private readonly bool _ownsHttp;

    /// <summary>Creates a client with its own connections. Dispose of it when it is no longer needed.</summary>
    /// <param name="baseAddress">The address of the engine's REST API, for example <c>http://localhost:8080/engine-rest</c>.</param>
    /// <param name="workerId">The worker id of calls that take a task's id; null: a unique one.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http or https address or contains credentials, or the worker id is blank or too long.</exception>
    public ExternalTaskClient(Uri baseAddress, string? workerId = null)
        : this(CreateHttpClient(), new ExternalTaskClientOptions { BaseAddress = baseAddress, WorkerId = workerId }) => _ownsHttp = true;

    /// <summary>Creates a client over an HTTP client, which brings credentials, proxies and interceptors. The caller disposes of the HTTP client.</summary>
    /// <param name="http">The HTTP client. It should not follow redirects, and its timeout must exceed that of the polls.</param>
    /// <param name="options">Address, worker id and limits; null: the address of the HTTP client and the defaults.</param>
    /// <param name="time">Measures the timeouts; null: the system's clock.</param>
    /// <exception cref="ArgumentException">The address is missing, or an option is out of range.</exception>
    public ExternalTaskClient(HttpClient http, ExternalTaskClientOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.RequestTimeout, TimeSpan.Zero, nameof(options.RequestTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxResponseBytes, nameof(options.MaxResponseBytes));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxStringLength, nameof(options.MaxStringLength));
        var root = RootOf(options.BaseAddress ?? http.BaseAddress);
        WorkerId = RequestCheck.WorkerId(options.WorkerId ?? NewWorkerId(), nameof(options.WorkerId));
        var dateFormat = EngineDateFormat.ProblemOf(options.DateFormat) is { } problem
            ? throw new ArgumentException(problem, nameof(options))
            : EngineDateFormat.Parse(options.DateFormat);
        var connection = new EngineConnection(http, time ?? TimeProvider.System, root);
        _http = http;
        _requestTimeout = options.RequestTimeout;
        _sender = new(connection, new(options.RequestTimeout, options.RequestTimeout, options.MaxResponseBytes, options.MaxStringLength));
        _calls = new(dateFormat);
        _contents = new(connection, options.RequestTimeout);
        Variables = new(_sender, new(dateFormat, _contents), _contents);
        History = new(_sender, new(dateFormat));
        Administration = new(_sender, new(dateFormat));
        Processes = new(_sender, new(dateFormat), new(dateFormat), options.TraceVariable);
    }

    /// <summary>The worker id of calls that take a task's id.</summary>
    public string WorkerId { get; }

    /// <summary>Calls that read and write variables of process instances and executions.</summary>
    public VariablesClient Variables { get; }

    /// <summary>Calls that read the engine's history of external tasks.</summary>
    public HistoryClient History { get; }

    /// <summary>Calls that change many tasks at once, and calls about the engine.</summary>
    public AdministrationClient Administration { get; }

    /// <summary>Calls that deploy models, start process instances, and send messages and signals to them.</summary>
    public ProcessesClient Processes { get; }

    /// <summary>Closes the connections if the client owns them.</summary>
    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    internal static string NewWorkerId() => $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    private static HttpClient CreateHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static string RootOf(Uri? address) => address switch
    {
        null => throw new ArgumentException("The base address is missing. Set it to the address of the engine's REST API, for example http://localhost:8080/engine-rest."),
        { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } =>
            throw new ArgumentException($"The base address '{address}' is not an absolute http or https address. Write it like http://localhost:8080/engine-rest."),
        { UserInfo.Length: > 0 } => throw new ArgumentException("The base address contains credentials, which would be logged. Send them in a header instead."),
        _ => address.AbsoluteUri.TrimEnd('/') + "/",
    };

    private static string IdOf(FetchedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.TaskId;
    }
}
