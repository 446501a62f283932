using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Camunda.ExternalTask.Testing;

/// <summary>An engine, real or in memory, rejected a request or failed to execute it.</summary>
/// <remarks>Use <see cref="Status"/> and <see cref="Code"/> to handle errors. Types and messages differ between engine versions.</remarks>
public sealed class EngineRequestException : Exception
{
    internal EngineRequestException(HttpStatusCode status, string type, string message, int? code = null)
        : base(message)
    {
        Status = status;
        Type = type;
        Code = code;
    }

    internal EngineRequestException(HttpStatusCode status, string type, string message, int? code, string body, string request)
        : base(string.Create(CultureInfo.InvariantCulture, $"{request} failed with status {(int)status}: {body}"))
    {
        Status = status;
        Type = type;
        Code = code;
        EngineMessage = message;
        Body = body;
    }

    /// <summary>The HTTP status of the response.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>
    /// The simple name of the engine's exception, such as <c>RestException</c>; empty if the response was not an error object.
    /// </summary>
    public string Type { get; }

    /// <summary>
    /// The engine's exception code; null if there is none. After 1 (optimistic locking) and 10000 (deadlock) a retry can succeed.
    /// </summary>
    public int? Code { get; }

    /// <summary>The engine's message.</summary>
    public string EngineMessage { get => field ?? Message; private init; }

    /// <summary>The body of the response; null if the engine was called directly.</summary>
    public string? Body { get; private init; }

    /// <summary>Writes the details of the error, which only a refused model has; null if there are none.</summary>
    internal Action<Utf8JsonWriter>? WriteDetails { get; init; }

    /// <summary>True if the response is plain text instead of an error object, as for malformed JSON.</summary>
    internal bool IsPlainText { get; init; }

    /// <summary>
    /// The error as some calls of the REST layer report it: prefixed with the action, and as a RestException. It does not change
    /// exceptions of Java.
    /// </summary>
    internal EngineRequestException Within(string action) => this switch
    {
        { IsPlainText: true } or { Status: HttpStatusCode.InternalServerError, Code: null } => this,
        { Status: HttpStatusCode.InternalServerError } => new(Status, "RestException", $"{action}: {Message}", Code),
        _ => new(Status, "InvalidRequestException", $"{action}: {Message}", Code),
    };
}
