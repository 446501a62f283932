using System.Text.Json;

namespace Camunda.ExternalTask.Testing;

/// <summary>A small client for what tests and samples need of an engine, real or in memory: deploy, start, look, clean up.</summary>
/// <remarks>
/// Workers use the library's own client; this one has no part in locking tasks. Every method throws <see cref="EngineRequestException"/> where the
/// engine refuses.
/// </remarks>
public sealed partial class EngineClient : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly EngineTransport _transport;
    private readonly TimeProvider _time;

    /// <summary>
    /// Uses a client whose base address is the REST API's, such as <c>http://localhost:8080/engine-rest</c>; headers on it (such as Basic
    /// authentication) are sent.
    /// </summary>
    /// <param name="http">Disposed with this client.</param>
    /// <param name="time">The clock that the waiting methods pause by; the system's by default.</param>
    public EngineClient(HttpClient http, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
        _time = time ?? TimeProvider.System;
        if (http.BaseAddress is { } address && !address.AbsolutePath.EndsWith('/'))
        {
            // Without the slash the last part of the path would be replaced by what is asked for.
            http.BaseAddress = new Uri(address.AbsoluteUri + "/");
        }

        _transport = new(http);
    }

    /// <summary>Uses an engine at an address, without authentication.</summary>
    /// <param name="baseAddress">The REST API's address, such as <c>http://localhost:8080/engine-rest</c>.</param>
    public EngineClient(Uri baseAddress)
        : this(new HttpClient { BaseAddress = baseAddress })
    {
    }

    /// <summary>The engine's version, such as <c>7.24.0</c>.</summary>
    public async Task<string> GetVersionAsync(CancellationToken cancellationToken = default) =>
        EngineResponses.Required(await _transport.GetAsync("version", cancellationToken).ConfigureAwait(false), "version");

    /// <summary>Deploys one model.</summary>
    /// <param name="name">The deployment's name.</param>
    /// <param name="bpmn">The model's text.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<DeploymentInfo> DeployAsync(string name, string bpmn, CancellationToken cancellationToken = default) =>
        DeployAsync(name, [KeyValuePair.Create(name + ".bpmn", bpmn)], cancellationToken: cancellationToken);

    /// <summary>Deploys models as files of one deployment.</summary>
    /// <param name="paths">The files; the first one's name names the deployment.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<DeploymentInfo> DeployFilesAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken = default)
    {
        var resources = new List<KeyValuePair<string, string>>();
        foreach (var path in paths)
        {
            resources.Add(KeyValuePair.Create(Path.GetFileName(path), await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)));
        }

        return await DeployAsync(Path.GetFileNameWithoutExtension(paths[0]), resources, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deploys models.</summary>
    /// <param name="name">The deployment's name.</param>
    /// <param name="resources">File names, which end in <c>.bpmn</c>, and texts.</param>
    /// <param name="tenantId">The tenant to deploy for.</param>
    /// <param name="onlyIfChanged">Makes nothing new where the last deployment of this name has the same content.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<DeploymentInfo> DeployAsync(
        string name,
        IEnumerable<KeyValuePair<string, string>> resources,
        string? tenantId = null,
        bool onlyIfChanged = false,
        CancellationToken cancellationToken = default)
    {
        using var form = new MultipartFormDataContent { { new StringContent(name), "deployment-name" } };
        if (tenantId is not null)
        {
            form.Add(new StringContent(tenantId), "tenant-id");
        }

        if (onlyIfChanged)
        {
            form.Add(new StringContent("true"), "enable-duplicate-filtering");
        }

        foreach (var (file, text) in resources)
        {
            form.Add(new StringContent(text), file, file);
        }

        return EngineResponses.Deployment(await _transport.SendAsync(HttpMethod.Post, "deployment/create", form, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Deletes a deployment; with everything that hangs on it, if so wished.</summary>
    /// <param name="id">The deployment's id.</param>
    /// <param name="cascade">Whether instances and history go too; without it the engine refuses while instances run.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task DeleteDeploymentAsync(string id, bool cascade = true, CancellationToken cancellationToken = default) => _transport.SendAsync(
        HttpMethod.Delete,
        $"deployment/{Escape(id)}?cascade={(cascade ? "true" : "false")}&skipCustomListeners=true&skipIoMappings=true",
        null,
        cancellationToken);

    /// <summary>Starts an instance of the latest version of a process.</summary>
    /// <param name="key">The process's id in the model.</param>
    /// <param name="variables">Names and values; a value is anything <see cref="EngineVariable.Of"/> takes.</param>
    /// <param name="businessKey">The instance's business key.</param>
    /// <param name="tenantId">The tenant whose process it is.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The instance's id.</returns>
    public async Task<string> StartAsync(
        string key,
        IReadOnlyDictionary<string, object?>? variables = null,
        string? businessKey = null,
        string? tenantId = null,
        CancellationToken cancellationToken = default)
    {
        var tenant = tenantId is null ? "" : $"/tenant-id/{Escape(tenantId)}";
        var started = await _transport.SendJsonAsync(
            HttpMethod.Post,
            $"process-definition/key/{Escape(key)}{tenant}/start",
            writer => WriteStart(writer, variables, businessKey),
            cancellationToken).ConfigureAwait(false);
        return EngineResponses.Required(started, "id");
    }

    /// <summary>Starts several instances of a process, one after the other.</summary>
    /// <param name="key">The process's id in the model.</param>
    /// <param name="count">How many.</param>
    /// <param name="variables">The variables of the instance with this number, counted from 0.</param>
    /// <param name="cancellationToken">Gives up; those started stay.</param>
    /// <returns>The instances' ids.</returns>
    public async Task<IReadOnlyList<string>> StartManyAsync(
        string key,
        int count,
        Func<int, IReadOnlyDictionary<string, object?>>? variables = null,
        CancellationToken cancellationToken = default)
    {
        var ids = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            ids.Add(await StartAsync(key, variables?.Invoke(i), cancellationToken: cancellationToken).ConfigureAwait(false));
        }

        return ids;
    }

    /// <summary>Deletes a running instance, without evaluating output parameters on the way.</summary>
    public Task DeleteInstanceAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(HttpMethod.Delete, $"process-instance/{Escape(id)}?skipCustomListeners=true&skipIoMappings=true", null, cancellationToken);

    /// <summary>Suspends an instance, whose tasks are then not fetched and cannot be settled, or activates it again.</summary>
    public Task SetSuspendedAsync(string id, bool suspended, CancellationToken cancellationToken = default) => _transport.SendJsonAsync(
        HttpMethod.Put,
        $"process-instance/{Escape(id)}/suspended",
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("suspended"u8, suspended);
            writer.WriteEndObject();
        },
        cancellationToken);

    /// <summary>Sets a task's retries as an operator does; more than none resolves its incident.</summary>
    public Task SetRetriesAsync(string taskId, int retries, CancellationToken cancellationToken = default) => _transport.SendJsonAsync(
        HttpMethod.Put,
        $"external-task/{Escape(taskId)}/retries",
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("retries"u8, retries);
            writer.WriteEndObject();
        },
        cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static void WriteStart(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?>? variables, string? businessKey)
    {
        writer.WriteStartObject();
        if (businessKey is not null)
        {
            writer.WriteString("businessKey"u8, businessKey);
        }

        writer.WriteStartObject("variables"u8);
        foreach (var (name, value) in variables ?? new Dictionary<string, object?>())
        {
            writer.WritePropertyName(name);
            EngineVariable.Of(value).Write(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Escape(string part) => Uri.EscapeDataString(part);
}
