namespace Camunda.ExternalTask.Protocol;

/// <summary>The answer of the engine to a call that succeeds.</summary>
internal enum ExpectedAnswer
{
    /// <summary>204. A proxy may make it a 200 with an empty body.</summary>
    Nothing,

    /// <summary>200 with JSON.</summary>
    Json,

    /// <summary>200 with plain text, or 204 if there is none.</summary>
    Text,

    /// <summary>200 with the content of a variable, of any media type, or 204 if it is empty.</summary>
    Content,
}
