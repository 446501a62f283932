using System.Globalization;
using System.Net;

namespace Camunda.ExternalTask.Testing;

/// <summary>An engine, real or in memory, refused a request of <see cref="EngineClient"/> or <see cref="InMemoryEngine"/>.</summary>
/// <remarks>
/// Decide by <see cref="Status"/> and <see cref="Code"/>; the type and the text differ between engine versions. The calls of a worker
/// and of <c>ExternalTaskClient</c> throw <c>EngineException</c> of <c>Camunda.ExternalTask</c>, whichever engine they reach.
/// </remarks>
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
        : base(string.Create(CultureInfo.InvariantCulture, $"{request} was answered {(int)status}: {body}"))
    {
        Status = status;
        Type = type;
        Code = code;
        EngineMessage = message;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The engine's short exception name, such as <c>RestException</c>; empty where the answer was no error object.</summary>
    public string Type { get; }

    /// <summary>The engine's exception code: 1 and 10000 are worth another try. Null where the engine gives none.</summary>
    public int? Code { get; }

    /// <summary>The engine's own words.</summary>
    public string EngineMessage { get => field ?? Message; private init; }

    /// <summary>The whole body of the answer, if there was one.</summary>
    public string? Body { get; private init; }

    /// <summary>Set where the answer is plain text instead of an error object, as for JSON of the wrong type.</summary>
    internal bool IsPlainText { get; init; }

    /// <summary>
    /// The error as the REST layer passes it on: with what was asked of it, and every error of the engine's a RestException. Errors of
    /// Java's own stay as they are.
    /// </summary>
    internal EngineRequestException Within(string action) => this switch
    {
        { IsPlainText: true } or { Status: HttpStatusCode.InternalServerError, Code: null } => this,
        { Status: HttpStatusCode.InternalServerError } => new(Status, "RestException", $"{action}: {Message}", Code),
        _ => new(Status, "InvalidRequestException", $"{action}: {Message}", Code),
    };
}
