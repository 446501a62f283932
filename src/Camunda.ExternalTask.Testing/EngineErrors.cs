using System.Net;

namespace Camunda.ExternalTask.Testing;

/// <summary>The engine's errors in its own words.</summary>
internal static class EngineErrors
{
    public static EngineRequestException NullValue(string message) => new(HttpStatusCode.InternalServerError, "NullValueException", message, 0);

    public static EngineRequestException Failed(string message) => new(HttpStatusCode.InternalServerError, "ProcessEngineException", message, 0);

    /// <summary>Refused by the engine itself, where the REST layer calls every refusal a RestException.</summary>
    public static EngineRequestException Refused(string message) => new(HttpStatusCode.BadRequest, "RestException", message, 0);

    /// <summary>Refused by the REST layer, before the engine saw it.</summary>
    public static EngineRequestException Invalid(string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new(status, "InvalidRequestException", message);

    public static EngineRequestException NoTask(string id, int? code = 0) =>
        new(HttpStatusCode.NotFound, "RestException", $"External task with id {id} does not exist", code);

    public static EngineRequestException NoExecution(string id) => NullValue($"execution {id} doesn't exist: execution is null");

    public static EngineRequestException ColumnTooSmall(EngineFlavor flavor) => new(
        HttpStatusCode.InternalServerError,
        flavor == EngineFlavor.Camunda717 ? "ProcessEngineException" : "ProcessEnginePersistenceException",
        "An exception occurred in the persistence layer. Please check the server logs for a detailed message and the entire exception stack trace.",
        10002);
}
