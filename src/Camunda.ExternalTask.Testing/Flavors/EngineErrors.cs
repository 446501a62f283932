using System.Net;
using System.Text.Json;

namespace Camunda.ExternalTask.Testing.Flavors;

/// <summary>Creates the engine's errors, with its types and texts.</summary>
internal static class EngineErrors
{
    /// <summary>The engine requires a value that is null.</summary>
    public static EngineRequestException NullValue(string message) => new(HttpStatusCode.InternalServerError, "NullValueException", message, 0);

    /// <summary>The engine failed to execute a command.</summary>
    public static EngineRequestException Failed(string message) => new(HttpStatusCode.InternalServerError, "ProcessEngineException", message, 0);

    /// <summary>The engine rejected a command. The REST layer reports this as its own exception.</summary>
    public static EngineRequestException Refused(string message) => new(HttpStatusCode.BadRequest, "RestException", message, 0);

    /// <summary>The REST layer could not use a value, and the engine gave no code.</summary>
    public static EngineRequestException Unusable(string message) => new(HttpStatusCode.BadRequest, "RestException", message);

    /// <summary>The REST layer rejected a request before the engine executed it.</summary>
    public static EngineRequestException Invalid(string message) => new(HttpStatusCode.BadRequest, "InvalidRequestException", message);

    /// <summary>A body that the engine's JSON parser cannot read. The answer is plain text.</summary>
    public static EngineRequestException Unreadable(string message) =>
        new(HttpStatusCode.BadRequest, "InvalidRequestException", message) { IsPlainText = true };

    public static EngineRequestException NotFound(string message) => new(HttpStatusCode.NotFound, "InvalidRequestException", message);

    /// <summary>The engine did not find something that a step of a process needs.</summary>
    public static EngineRequestException NotFoundWhileRunning(string message) =>
        new(HttpStatusCode.InternalServerError, "NotFoundException", message, 0);

    public static EngineRequestException NotParsed(string message, Action<Utf8JsonWriter> writeDetails) =>
        new(HttpStatusCode.BadRequest, "ParseException", message, 0) { WriteDetails = writeDetails };

    public static EngineRequestException NoTask(string id, int? code = 0) =>
        new(HttpStatusCode.NotFound, "RestException", $"External task with id {id} does not exist", code);

    public static EngineRequestException NoExecution(string id) => NullValue($"execution {id} doesn't exist: execution is null");

    /// <summary>A Java exception that the engine does not handle.</summary>
    public static EngineRequestException Java(string type, string message) => new(HttpStatusCode.InternalServerError, type, message);

    public static EngineRequestException NoFileName() =>
        Java("IllegalArgumentException", "Cannot create file without filename! Please set a name into ValueInfo with key filename");

    public static EngineRequestException UnsupportedMediaType() =>
        new(HttpStatusCode.UnsupportedMediaType, "NotSupportedException", "HTTP 415 Unsupported Media Type");

    public static EngineRequestException ColumnTooSmall(EngineFlavor flavor) => new(
        HttpStatusCode.InternalServerError,
        flavor == EngineFlavor.Camunda717 ? "ProcessEngineException" : "ProcessEnginePersistenceException",
        "An exception occurred in the persistence layer. "
        + "Please check the server logs for a detailed message and the entire exception stack trace.",
        10002);
}
