namespace Camunda.ExternalTask.Protocol;

/// <summary>A call whose answer is read.</summary>
/// <typeparam name="T">What the answer is read as.</typeparam>
/// <param name="operation">What the call does, for messages: <c>error details</c>.</param>
/// <param name="kind">What kind of thing it is about, for messages: <c>task</c>; or null.</param>
/// <param name="id">The id or name of that thing, or null.</param>
/// <param name="method">The method.</param>
/// <param name="path">The path below the engine's root.</param>
/// <param name="read">Reads the body of the answer.</param>
/// <param name="expected">What the engine answers if the call succeeds.</param>
internal class EngineCall<T>(
    string operation, string? kind, string? id, HttpMethod method, string path, AnswerReader<T> read, ExpectedAnswer expected = ExpectedAnswer.Json)
    : EngineCall(operation, kind, id, method, path, expected)
{
    public AnswerReader<T> Read { get; } = read;
}

/// <summary>Reads the body of an answer.</summary>
/// <exception cref="System.Text.Json.JsonException">The answer is not what the engine sends.</exception>
internal delegate T AnswerReader<out T>(ReadOnlySpan<byte> answer);
