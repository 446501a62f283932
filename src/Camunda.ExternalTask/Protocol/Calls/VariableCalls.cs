using System.Text.Json;
using Camunda.ExternalTask.Protocol.Uploads;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol.Calls;

/// <summary>The calls that read and write variables.</summary>
/// <param name="dateFormat">The engine's format of dates.</param>
/// <param name="contents">Downloads the contents of the files that are read.</param>
internal sealed class VariableCalls(EngineDateFormat dateFormat, IFileContents contents)
{
    /// <summary>Reads all variables as they are stored.</summary>
    public EngineCall<TaskVariables> GetAll(VariableOwner owner) =>
        new(owner.Variables, owner.Kind, owner.Id, HttpMethod.Get, $"{owner.Path}?deserializeValues=false", answer => Read(owner.Id, answer));

    /// <summary>Reads a variable as it is stored.</summary>
    /// <param name="owner">Whose variable.</param>
    /// <param name="variableName">Its name, which fits into a path.</param>
    public EngineCall<TypedValue> Get(VariableOwner owner, string variableName) => new(
        $"variable '{variableName}'",
        owner.Kind,
        owner.Id,
        HttpMethod.Get,
        $"{owner.Path}/{RequestCheck.NameSegment(variableName)}?deserializeValue=false",
        answer => Read(owner.Id, [.. "{\"v\":"u8, .. answer, (byte)'}']).GetTyped("v"));

    /// <summary>Sets and deletes variables.</summary>
    /// <param name="owner">Whose variables.</param>
    /// <param name="variables">The variables to set.</param>
    /// <param name="deletions">The names of the variables to delete, or null.</param>
    /// <exception cref="VariableException">A value must not be sent.</exception>
    public EngineCall Modify(VariableOwner owner, IReadOnlyDictionary<string, TypedValue> variables, IReadOnlyCollection<string>? deletions) =>
        new($"setting {owner.Variables}", owner.Kind, owner.Id, HttpMethod.Post, owner.Path)
        {
            Body = RequestBuffer.OfObject(
                (variables, deletions, dateFormat),
                static (body, given) => ModificationWriter.Write(body.Json, given.variables, given.deletions, given.dateFormat)),
        };

    /// <summary>Sets a File or Bytes variable while its content is read.</summary>
    /// <param name="owner">Whose variable.</param>
    /// <param name="variableName">Its name, any text.</param>
    /// <param name="upload">The content.</param>
    public static EngineCall Upload(VariableOwner owner, string variableName, VariableUpload upload) =>
        RequestCheck.FitsPath(variableName) && UploadBody.FitsMultipart(upload)
            ? new UploadCall(variableName, $"{owner.Path}/{RequestCheck.NameSegment(variableName)}/data", UploadBody.Multipart(upload))
            : new UploadCall(variableName, owner.Path, UploadBody.Json(variableName, upload));

    /// <summary>Downloads the content of a variable whose name fits into a path.</summary>
    public static EngineCall Content(VariableOwner owner, string variableName) =>
        new("content", "variable", variableName, HttpMethod.Get, $"{owner.Path}/{RequestCheck.NameSegment(variableName)}/data", ExpectedAnswer.Content);

    /// <summary>Downloads the content of a variable by the id of the variable.</summary>
    public static EngineCall ContentById(string variableName, string variableId) =>
        new("content", "variable", variableName, HttpMethod.Get, $"variable-instance/{RequestCheck.Segment(variableId)}/data", ExpectedAnswer.Content);

    /// <summary>Finds the id of a variable that a task sees; the answer is null if it does not see one.</summary>
    public static EngineCall<string?> Find(FetchedTask task, string variableName)
    {
        var executionId = task.ExecutionId;
        var scopes = Uri.EscapeDataString($"{executionId},{task.ProcessInstanceId}");
        var path = $"variable-instance?deserializeValues=false&executionIdIn={scopes}&variableName={Uri.EscapeDataString(variableName)}";
        return new("content", "variable", variableName, HttpMethod.Get, path, answer => ClosestOf(answer, executionId));
    }

    private static string? ClosestOf(ReadOnlySpan<byte> answer, string executionId)
    {
        var reader = new Utf8JsonReader(answer);
        string? found = null;
        foreach (var variable in JsonElement.ParseValue(ref reader).EnumerateArray())
        {
            var id = variable.GetProperty("id").GetString();
            found = found is null || variable.GetProperty("executionId").ValueEquals(executionId) ? id : found;
        }

        return found;
    }

    /// <summary>Reads variables as those of a task of the execution, which knows how to read dates and where to find the contents of files.</summary>
    private TaskVariables Read(string executionId, ReadOnlySpan<byte> variables)
    {
        var reader = new Utf8JsonReader(variables, AnyDepth.Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object of variables was expected.");
        }

        reader.Skip();
        var id = JsonEncodedText.Encode(executionId).EncodedUtf8Bytes;
        byte[] json = [.. "{\"executionId\":\""u8, .. id, .. "\",\"processInstanceId\":\""u8, .. id, .. "\",\"variables\":"u8, .. variables, (byte)'}'];
        var task = new FetchedTask(json, (json.Length - 1 - variables.Length)..(json.Length - 1))
        {
            TaskId = "",
            TopicName = "",
            WorkerId = "",
            DateFormat = dateFormat,
            Contents = contents,
        };
        return task.Variables;
    }
}
