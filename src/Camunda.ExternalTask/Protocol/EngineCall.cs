using System.Net.Http.Headers;
using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Protocol;

/// <summary>A call of the REST API: its path, its body and what the engine answers. <see cref="EngineConnection"/> sends it and disposes of it.</summary>
/// <param name="operation">What the call does, for messages: <c>complete</c>.</param>
/// <param name="kind">What kind of thing it is about, for messages: <c>task</c>; or null.</param>
/// <param name="id">The id or name of that thing, or null.</param>
/// <param name="method">The method.</param>
/// <param name="path">The path below the engine's root.</param>
/// <param name="expected">What the engine answers if the call succeeds.</param>
internal class EngineCall(
    string operation, string? kind, string? id, HttpMethod method, string path, ExpectedAnswer expected = ExpectedAnswer.Nothing) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>The call in words, for messages. Its id may come from a user.</summary>
    public string Name => kind is null ? operation : ResponseText.Neutralize($"{operation} of {kind} '{id}'");

    public HttpMethod Method { get; } = method;

    public string Path { get; } = path;

    /// <summary>The JSON body, or null.</summary>
    public RequestBuffer? Body { get; init; }

    /// <summary>What the caller can do about an error, as a sentence; null if there is nothing to add.</summary>
    public Func<EngineError, string?>? Remedy { get; init; }

    /// <summary>What the engine answers if the call succeeds.</summary>
    public ExpectedAnswer Expected { get; } = expected;

    /// <summary>Creates the content of the request, or null if it has none.</summary>
    public virtual HttpContent? CreateContent()
    {
        if (Body is null)
        {
            return null;
        }

        var content = SequenceContent.Of(Body.Written);
        content.Headers.ContentType = Json;
        return content;
    }

    /// <summary>Releases the body.</summary>
    public void Dispose() => Body?.Dispose();
}
