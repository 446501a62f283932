using System.Net;
using System.Text.Json;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.Options;

namespace LoanApproval.Running;

/// <summary>Describes problems with the engine to the user.</summary>
internal static class EngineTroubles
{
    /// <summary>Returns the problem as one line, or null if the exception is a defect of this program.</summary>
    public static string? Describe(Exception exception, Uri engine) => exception switch
    {
        EngineRequestException { Status: HttpStatusCode.Unauthorized } => $"The engine at {engine} refuses these credentials (401). Set --user and --password.",
        EngineRequestException { Status: HttpStatusCode.Forbidden } => $"The engine at {engine} denied the request (403). Use a user with more permissions.",
        EngineRequestException { Status: HttpStatusCode.NotFound } => $"There is no engine REST API at {engine} (404). Check --engine-url; it usually ends in /engine-rest.",
        EngineRequestException refused => OneLine($"The engine at {engine} refused a request: {refused.Message}"),
        HttpRequestException unreachable => OneLine($"The engine at {engine} cannot be reached: {unreachable.Message}"),
        TaskCanceledException { InnerException: TimeoutException } => $"The engine at {engine} does not answer. Check whether it is running.",
        JsonException or KeyNotFoundException => $"The server at {engine} is not an engine REST API. Check --engine-url.",
        OptionsValidationException invalid => OneLine(invalid.Message),
        _ => null,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
