using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>What an engine answered, and how it is compared with what a case expects.</summary>
public sealed class Answer(EngineSession session, HttpResponseMessage response, byte[] body)
{
    private readonly MediaTypeHeaderValue? _contentType = response.Content.Headers.ContentType;

    public int Status { get; } = (int)response.StatusCode;

    public string? MediaType => _contentType?.MediaType;

    public string? Disposition { get; } = response.Content.Headers.TryGetValues("Content-Disposition", out var values) ? string.Join(", ", values) : null;

    public string Text => Encoding.UTF8.GetString(body);

    public JsonElement Json => JsonDocument.Parse(body).RootElement;

    public Answer Is(int status)
    {
        Assert.True(Status == status, $"expected {status}, was {Status}: {Text}");
        return this;
    }

    /// <summary>Compares with an expectation in the form of <see cref="JsonExpectation"/>.</summary>
    public Answer Is(int status, string json)
    {
        Is(status);
        Assert.Equal("application/json", MediaType);
        JsonExpectation.Check(session.Own(json), Text, session.Flavor);
        return this;
    }

    public void IsText(int status, string start)
    {
        Is(status);
        Assert.Equal("text/plain", MediaType);
        Assert.StartsWith(session.Own(start), Text, StringComparison.Ordinal);
    }

    /// <summary>
    /// The answer to JSON that does not fit: plain text or an error object without a message. Which of the two is chance, anew at every
    /// start of one and the same engine.
    /// </summary>
    public void IsUnreadable(string start)
    {
        if (MediaType == "text/plain")
        {
            IsText(400, start);
        }
        else
        {
            IsError(400, "InvalidRequestException", "", null);
        }
    }

    public void IsNoContent()
    {
        Is(204);
        Assert.Empty(body);
    }

    /// <summary>The engine's error object; Camunda 7.17 has no code in it.</summary>
    public void IsError(int status, string type, string message, int? code)
    {
        var error = new Dictionary<string, object?> { ["type"] = type, ["message"] = message };
        if (session.Flavor != EngineFlavor.Camunda717)
        {
            error["code"] = code;
        }

        Is(status, JsonSerializer.Serialize(error));
    }
}
