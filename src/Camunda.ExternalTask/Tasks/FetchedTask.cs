using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Generated;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask;

/// <summary>
/// A task as returned by <c>POST /external-task/fetchAndLock</c>. Most properties and the variables are read from its JSON on access.
/// </summary>
public sealed class FetchedTask : IVariableSource
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly Range _variables;
    private string _workerId = "";

    internal FetchedTask(ReadOnlyMemory<byte> json, Range variables)
    {
        _json = json;
        _variables = variables;
    }

    /// <summary>The task's id.</summary>
    public required string TaskId { get; init; }

    /// <summary>The topic.</summary>
    public required string TopicName { get; init; }

    /// <summary>
    /// The worker id for which the task is locked. Every call for the task must carry it. It changes while a handler runs if the lock expires and the worker fetches the
    /// task again, so read it for each call.
    /// </summary>
    public required string WorkerId
    {
        get => _workerId;
        init => _workerId = value;
    }

    /// <summary>The number of remaining retries; null before the first failure.</summary>
    public int? Retries { get; init; }

    /// <summary>The time at which the lock expires, by the engine's clock.</summary>
    public DateTimeOffset LockExpirationTime { get; init; }

    /// <summary>The id of the activity in the model.</summary>
    public string ActivityId => Text("activityId"u8) ?? "";

    /// <summary>The id of the activity instance.</summary>
    public string ActivityInstanceId => Text("activityInstanceId"u8) ?? "";

    /// <summary>The id of the task's execution.</summary>
    public string ExecutionId => Text("executionId"u8) ?? "";

    /// <summary>The id of the process instance.</summary>
    public string ProcessInstanceId => Text("processInstanceId"u8) ?? "";

    /// <summary>The id of the process definition.</summary>
    public string ProcessDefinitionId => Text("processDefinitionId"u8) ?? "";

    /// <summary>The key of the process definition.</summary>
    public string ProcessDefinitionKey => Text("processDefinitionKey"u8) ?? "";

    /// <summary>The version tag of the process definition, or null.</summary>
    public string? ProcessDefinitionVersionTag => Text("processDefinitionVersionTag"u8);

    /// <summary>The business key of the process instance, or null.</summary>
    public string? BusinessKey => Text("businessKey"u8);

    /// <summary>The id of the tenant, or null.</summary>
    public string? TenantId => Text("tenantId"u8);

    /// <summary>The message of the last failure (at most 666 characters), or null.</summary>
    public string? ErrorMessage => Text("errorMessage"u8);

    /// <summary>The details of the last failure, or null.</summary>
    public string? ErrorDetails => Text("errorDetails"u8);

    /// <summary>
    /// Whether the task's process instance is suspended. A fetch does not return suspended tasks; lists do. Until the instance is
    /// activated, the only possible calls for such a task are <c>lock</c> and <c>unlock</c>.
    /// </summary>
    public bool Suspended => TryFind("suspended"u8, out var reader) && reader.TokenType == JsonTokenType.True;

    /// <summary>The task's priority.</summary>
    public long Priority => TryFind("priority"u8, out var reader) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var priority) ? priority : 0;

    /// <summary>The creation time of the task, by the engine's clock; null on engines before 7.21.</summary>
    public DateTimeOffset? CreateTime => Text("createTime"u8) is { } text && DateFormat.TryRead(Encoding.UTF8.GetBytes(text), out var time) ? time : null;

    /// <summary>The <c>variables</c> object as received: UTF-8 JSON, including the braces.</summary>
    public ReadOnlyMemory<byte> VariablesJson => _json[_variables];

    /// <summary>Untyped access to the fetched variables.</summary>
    public TaskVariables Variables => new(VariablesJson, this);

    /// <summary>Opens the contents of file variables; null for a task that did not come from an engine.</summary>
    internal IFileContents? Contents { get; set; }

    /// <summary>The format of dates in the JSON.</summary>
    internal EngineDateFormat DateFormat { get; init; } = EngineDateFormat.Default;

    EngineDateFormat IVariableSource.DateFormat => DateFormat;

    bool IVariableSource.HasContents => Contents is not null;

    /// <summary>The engine holds the lock of the task under another worker id.</summary>
    internal void LockedAs(string workerId) => _workerId = workerId;

    /// <summary>Reads the fetched variables in order. Only their values are allocated.</summary>
    public VariableReader ReadVariables() => new(_json.Span[_variables], this);

    /// <summary>Reads an input.</summary>
    /// <typeparam name="TInput">A type with <see cref="TaskInputAttribute"/>.</typeparam>
    /// <exception cref="VariableException">A variable is missing or cannot be converted to the property's type.</exception>
    public TInput Read<TInput>()
        where TInput : ITaskInput<TInput> => TInput.Read(this);

    /// <summary>
    /// Returns an extension property of the task in the model (<c>camunda:property</c>), or null. Extension properties are fetched only if
    /// an input or the topic requests them.
    /// </summary>
    /// <param name="name">The property's name, case-sensitive.</param>
    public string? GetExtensionProperty(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        if (!TryFind("extensionProperties"u8, out var reader) || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = LenientText.Is(in reader, utf8);
            reader.Read();
            if (found)
            {
                return reader.TokenType == JsonTokenType.String ? LenientText.Read(in reader) : null;
            }

            reader.Skip();
        }

        return null;
    }

    /// <summary>Reads a task from an element of a <c>fetchAndLock</c> response, for example in a test of a handler.</summary>
    /// <param name="utf8Json">The JSON object of one task.</param>
    /// <exception cref="FormatException">The JSON is not such an object.</exception>
    public static FetchedTask Parse(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json, AnyDepth.Options);
        try
        {
            reader.Read();
            return FetchedTaskReader.Read(ref reader, utf8Json, knownTopics: [], EngineDateFormat.Default);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The JSON is not a task of a fetchAndLock response: {exception.Message}", exception);
        }
    }

    Task<Stream> IVariableSource.OpenContentAsync(string variableName, CancellationToken cancellationToken) => Contents!.OpenAsync(this, variableName, cancellationToken);

    private string? Text(ReadOnlySpan<byte> name) => TryFind(name, out var reader) && reader.TokenType == JsonTokenType.String ? LenientText.Read(in reader) : null;

    private bool TryFind(ReadOnlySpan<byte> name, out Utf8JsonReader reader)
    {
        reader = new Utf8JsonReader(_json.Span, AnyDepth.Options);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = LenientText.Is(in reader, name);
            reader.Read();
            if (found)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
