using System.Text.Json;
using Camunda.ExternalTask.Testing.Client;

namespace Camunda.ExternalTask.Testing;

/// <summary>
/// A client for tests and samples that deploys models, starts instances, queries them and cleans up, in a real engine or in memory.
/// </summary>
/// <remarks>
/// It does not fetch or lock tasks. Workers use the library's client for that. All methods throw <see cref="EngineRequestException"/> if the
/// engine returns an error.
/// </remarks>
public sealed partial class EngineClient : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;
    private readonly EngineTransport _transport;
    private readonly TimeProvider _time;

    /// <summary>Creates a client that sends its requests through an <see cref="HttpClient"/>.</summary>
    /// <param name="http">
    /// A client with the base address of the REST API, such as <c>http://localhost:8080/engine-rest</c>, and with default headers, for
    /// example for authentication. It is disposed together with this client.
    /// </param>
    /// <param name="time">The clock of the methods that wait; null for the system's clock.</param>
    public EngineClient(HttpClient http, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        _http = http;
        _time = time ?? TimeProvider.System;
        if (http.BaseAddress is { } address && !address.AbsolutePath.EndsWith('/'))
        {
            // Without the slash, relative addresses would replace the last segment of the path.
            http.BaseAddress = new Uri(address.AbsoluteUri + "/");
        }

        _transport = new(http);
    }

    /// <summary>Creates a client for an engine that requires no authentication.</summary>
    /// <param name="baseAddress">The base address of the REST API, such as <c>http://localhost:8080/engine-rest</c>.</param>
    public EngineClient(Uri baseAddress)
        : this(new HttpClient { BaseAddress = baseAddress })
    {
    }

    /// <summary>Gets the engine's version, such as <c>7.24.0</c>.</summary>
    public async Task<string> GetVersionAsync(CancellationToken cancellationToken = default) =>
        EngineResponses.Required(await _transport.GetAsync("version", cancellationToken).ConfigureAwait(false), "version");

    /// <summary>Deploys a model.</summary>
    /// <param name="name">The deployment's name.</param>
    /// <param name="bpmn">The content of the <c>.bpmn</c> file.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<DeploymentInfo> DeployAsync(string name, string bpmn, CancellationToken cancellationToken = default) =>
        DeployAsync(name, [KeyValuePair.Create(name + ".bpmn", bpmn)], cancellationToken: cancellationToken);

    /// <summary>Deploys files together.</summary>
    /// <param name="paths">The paths of the files. The deployment gets the name of the first file, without its extension.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<DeploymentInfo> DeployFilesAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken = default)
    {
        var resources = new List<KeyValuePair<string, string>>();
        foreach (var path in paths)
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
            resources.Add(KeyValuePair.Create(Path.GetFileName(path), text));
        }

        var name = Path.GetFileNameWithoutExtension(paths[0]);
        return await DeployAsync(name, resources, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deploys models together.</summary>
    /// <param name="name">The deployment's name.</param>
    /// <param name="resources">File names, which end in <c>.bpmn</c>, and the contents of the files.</param>
    /// <param name="tenantId">The tenant that owns the deployment.</param>
    /// <param name="onlyIfChanged">Whether to keep the last deployment of this name if it has the same content.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
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

        var response = await _transport.SendAsync(HttpMethod.Post, "deployment/create", form, cancellationToken).ConfigureAwait(false);
        return EngineResponses.Deployment(response);
    }

    /// <summary>Deletes a deployment.</summary>
    /// <param name="id">The deployment's id.</param>
    /// <param name="cascade">
    /// Whether to delete its instances and their history, too. Otherwise the engine returns an error while instances run.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task DeleteDeploymentAsync(string id, bool cascade = true, CancellationToken cancellationToken = default)
    {
        var query = $"cascade={(cascade ? "true" : "false")}&skipCustomListeners=true&skipIoMappings=true";
        return _transport.SendAsync(HttpMethod.Delete, $"deployment/{Escape(id)}?{query}", null, cancellationToken);
    }

    /// <summary>Starts an instance of the latest version of a process.</summary>
    /// <param name="key">The process's id in the model.</param>
    /// <param name="variables">Variables by name, with values that <see cref="EngineVariable.Of"/> accepts.</param>
    /// <param name="businessKey">The instance's business key.</param>
    /// <param name="tenantId">The tenant that owns the process.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
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

    /// <summary>Starts several instances of a process, one after another.</summary>
    /// <param name="key">The process's id in the model.</param>
    /// <param name="count">The number of instances.</param>
    /// <param name="variables">Returns the variables of an instance, by its zero-based number.</param>
    /// <param name="cancellationToken">Cancels the operation. Instances that have started remain.</param>
    /// <returns>The ids of the instances.</returns>
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

    /// <summary>Deletes a running instance without evaluating output parameters.</summary>
    public Task DeleteInstanceAsync(string id, CancellationToken cancellationToken = default) => _transport.SendAsync(
        HttpMethod.Delete,
        $"process-instance/{Escape(id)}?skipCustomListeners=true&skipIoMappings=true",
        null,
        cancellationToken);

    /// <summary>Suspends or activates an instance. Tasks of a suspended instance cannot be fetched, completed or failed.</summary>
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

    /// <summary>Sets a task's retries as an operator does. A number greater than zero resolves its incident.</summary>
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
