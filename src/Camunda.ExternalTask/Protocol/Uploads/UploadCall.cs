namespace Camunda.ExternalTask.Protocol.Uploads;

/// <summary>A call that sends the content of a variable while it is read.</summary>
internal sealed class UploadCall(string variableName, string path, UploadContent content)
    : EngineCall("upload", "variable", variableName, HttpMethod.Post, path)
{
    public override HttpContent CreateContent() => content;
}
