using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask;

/// <summary>
/// Every call of the engine's REST API about external tasks, for use on its own: no polling, no locks kept, no retries. A worker
/// (<c>AddCamundaExternalTasks</c>) does all of that.
/// </summary>
/// <remarks>
/// Safe for use by several threads. All calls throw <see cref="EngineException"/> if they did not succeed, whatever came back,
/// <see cref="ArgumentException"/> for what the engine would answer with 500 or misunderstand, and <see cref="OperationCanceledException"/> if cancelled.
/// </remarks>
public sealed partial class ExternalTaskClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly EngineConnection _connection;
    private readonly VariableContents _contents;
    private readonly TimeProvider _time;
    private readonly TimeSpan _requestTimeout;
    private readonly int _maxResponseBytes;
    private readonly EngineDateFormat _dateFormat;
    private readonly bool _ownsHttp;

    /// <summary>A client with connections of its own, which is disposed of when it is no longer needed.</summary>
    /// <param name="baseAddress">The engine's REST address, for example <c>http://localhost:8080/engine-rest</c>.</param>
    /// <param name="workerId">The worker id of calls that are not about a fetched task; null: one that nobody else has.</param>
    /// <exception cref="ArgumentException">The address is no absolute http or https address, or holds credentials; or the worker id is blank or too long.</exception>
    public ExternalTaskClient(Uri baseAddress, string? workerId = null)
        : this(CreateHttpClient(), new ExternalTaskClientOptions { BaseAddress = baseAddress, WorkerId = workerId }) => _ownsHttp = true;

    /// <summary>A client over an HTTP client, which brings credentials, proxies and interceptors and stays the caller's.</summary>
    /// <param name="http">The HTTP client. It should not follow redirects, and its timeout must outlast the polls.</param>
    /// <param name="options">Address, worker id and limits; null: the HTTP client's address and the defaults.</param>
    /// <param name="time">Measures the timeouts; null: the system's clock.</param>
    /// <exception cref="ArgumentException">There is no address, or an option is out of range.</exception>
    public ExternalTaskClient(HttpClient http, ExternalTaskClientOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.RequestTimeout, TimeSpan.Zero, nameof(options.RequestTimeout));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxResponseBytes, nameof(options.MaxResponseBytes));
        var root = RootOf(options.BaseAddress ?? http.BaseAddress);
        WorkerId = RequestCheck.WorkerId(options.WorkerId ?? NewWorkerId(), nameof(options.WorkerId));
        _dateFormat = EngineDateFormat.ProblemOf(options.DateFormat) is { } problem ? throw new ArgumentException(problem, nameof(options)) : EngineDateFormat.Parse(options.DateFormat);
        _time = time ?? TimeProvider.System;
        _http = http;
        _connection = new(http, _time, root);
        _contents = new(_connection, options.RequestTimeout);
        _requestTimeout = options.RequestTimeout;
        _maxResponseBytes = options.MaxResponseBytes;
    }

    /// <summary>The worker id of calls that are not about a fetched task.</summary>
    public string WorkerId { get; }

    /// <summary>Closes the connections, if they are the client's own.</summary>
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
        null => throw new ArgumentException("There is no base address: set it to the engine's REST address, for example http://localhost:8080/engine-rest."),
        { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") } => throw new ArgumentException($"'{address}' is no absolute http or https address."),
        { UserInfo.Length: > 0 } => throw new ArgumentException("The base address holds credentials, which would end up in logs: send them as a header."),
        _ => address.AbsoluteUri.TrimEnd('/') + "/",
    };

    private static RequestBuffer Body(Action<Utf8JsonWriter> write)
    {
        var body = RequestBuffer.Rent();
        try
        {
            body.Json.WriteStartObject();
            write(body.Json);
            body.Json.WriteEndObject();
            body.Json.Flush();
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private async Task SendAsync(string call, HttpMethod method, string path, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        using var body = Body(write);
        var (error, response) = await _connection.SendAsync(method, path, body.Written, ExpectedAnswer.Nothing, _requestTimeout, cancellationToken).ConfigureAwait(false);
        response?.Dispose();
        if (error is not null)
        {
            throw new EngineException(call, error);
        }
    }

    private Task<T> AskAsync<T>(
        string call, HttpMethod method, string path, ReadOnlyMemory<byte>? body, TimeSpan timeout, AnswerReader<T> read, CancellationToken cancellationToken) =>
        AskAsync(call, method, path, body, ExpectedAnswer.Json, timeout, read, cancellationToken);

    private async Task<T> AskAsync<T>(
        string call, HttpMethod method, string path, ReadOnlyMemory<byte>? body, ExpectedAnswer expected, TimeSpan timeout, AnswerReader<T> read, CancellationToken cancellationToken)
    {
        var (error, response) = await _connection.SendAsync(method, path, body, expected, timeout, cancellationToken).ConfigureAwait(false);
        if (response is null)
        {
            throw new EngineException(call, error!);
        }

        using (response)
        {
            return await ReadAsync(call, response, read, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> ReadAsync<T>(string call, HttpResponseMessage response, AnswerReader<T> read, CancellationToken cancellationToken)
    {
        using var body = await ResponseBody.ReadAsync(response.Content, _maxResponseBytes, _requestTimeout, _time, cancellationToken).ConfigureAwait(false);
        try
        {
            body.ThrowIfIncomplete();
            return read(body.Bytes);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var what = exception is JsonException or InvalidOperationException
                ? $"The answer ({response.Content.Headers.ContentType?.MediaType ?? "of no type"}) is not the engine's; is the base address complete (it usually ends in /engine-rest)?"
                : $"The answer broke off: {exception.Message}";
            throw new EngineException(call, new EngineError(0, what) { Cause = exception, IsAmbiguous = true });
        }
    }

    private delegate T AnswerReader<out T>(ReadOnlySpan<byte> answer);
}
