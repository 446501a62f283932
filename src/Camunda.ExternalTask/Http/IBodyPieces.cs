namespace Camunda.ExternalTask.Http;

/// <summary>Receives a large body in pieces, so that it does not need to be in memory as a whole.</summary>
internal interface IBodyPieces
{
    /// <exception cref="System.Text.Json.JsonException">The body is not what was expected; the rest is not read.</exception>
    void Add(ReadOnlySpan<byte> piece);
}
