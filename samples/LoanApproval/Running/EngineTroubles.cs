using System.Net;
using System.Text.Json;
using Camunda.ExternalTask.Testing;
using Microsoft.Extensions.Options;

namespace LoanApproval.Running;

/// <summary>What may be wrong with the engine, in words for the user.</summary>
internal static class EngineTroubles
{
    /// <summary>The trouble as one line, or null for a defect of this program.</summary>
    public static string? Describe(Exception exception, Uri engine) => exception switch
    {
        EngineRequestException { Status: HttpStatusCode.Unauthorized } => $"The engine at {engine} refuses these credentials (401): set --user and --password.",
        EngineRequestException { Status: HttpStatusCode.Forbidden } => $"The engine at {engine} does not allow this user to do that (403).",
        EngineRequestException { Status: HttpStatusCode.NotFound } => $"There is no engine REST API at {engine} (404). It often ends in /engine-rest.",
        EngineRequestException refused => OneLine($"The engine at {engine} refused: {refused.Message}"),
        HttpRequestException unreachable => OneLine($"The engine at {engine} cannot be reached: {unreachable.Message}"),
        TaskCanceledException { InnerException: TimeoutException } => $"The engine at {engine} does not answer.",
        JsonException or KeyNotFoundException => $"What answers at {engine} is not an engine REST API.",
        OptionsValidationException invalid => OneLine(invalid.Message),
        _ => null,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
