using System.Buffers;
using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Refuses arguments that the engine would answer with 500 or misunderstand, before anything is sent.</summary>
internal static class RequestCheck
{
    private const int MaxWorkerIdCharacters = 255;
    private static readonly SearchValues<char> PathBreaking = SearchValues.Create("/\\;");
    private static readonly TimeSpan MaxAsyncResponseTimeout = TimeSpan.FromMinutes(30);

    /// <summary>Escapes an id as a segment of a path.</summary>
    /// <exception cref="ArgumentException">The id could reach another path.</exception>
    public static string Segment(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);
        return FitsPath(id)
            ? Uri.EscapeDataString(id)
            : throw new ArgumentException(
                "The value cannot be part of a path: it is '.' or '..', or contains a slash, a backslash, a semicolon, a control character or half of a surrogate pair. "
                + "Pass the id that the engine returned.",
                name);
    }

    /// <summary>Escapes the name of a variable, which <see cref="FitsPath"/>, as a segment of a path.</summary>
    /// <exception cref="ArgumentException">The name could reach another path.</exception>
    public static string NameSegment(string variableName, [CallerArgumentExpression(nameof(variableName))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(variableName, name);

        // A name may consist of blanks, an id may not.
        return string.IsNullOrWhiteSpace(variableName) && FitsPath(variableName) ? Uri.EscapeDataString(variableName) : Segment(variableName, name);
    }

    /// <summary>Checks the name of a message or signal.</summary>
    public static string Name(string value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }

    /// <summary>Checks the name of a variable. Any well-formed text is valid.</summary>
    public static void VariableName(string variableName, [CallerArgumentExpression(nameof(variableName))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(variableName, name);
        if (!LenientText.IsWellFormed(variableName))
        {
            throw new ArgumentException("The name contains half of a surrogate pair. Remove it.", name);
        }
    }

    /// <summary>
    /// Returns whether a text can be a segment of a path. Normalizing an address removes dots, servers refuse escaped slashes or decode them into further
    /// segments, cut a segment at a semicolon, and repeat line breaks in their messages. Escaping replaces half of a surrogate pair by another character.
    /// </summary>
    public static bool FitsPath(string text) =>
        text is not ("." or "..") && !text.AsSpan().ContainsAny(PathBreaking) && !text.Any(char.IsControl) && LenientText.IsWellFormed(text);

    public static string WorkerId(string workerId, [CallerArgumentExpression(nameof(workerId))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(workerId, name);
        return workerId.Length <= MaxWorkerIdCharacters
            ? workerId
            : throw new ArgumentException($"The worker id has {workerId.Length} characters, but the engine's column holds {MaxWorkerIdCharacters}. Use a shorter one.", name);
    }

    /// <summary>Converts a positive duration to milliseconds. Fractions are rounded up, because the engine refuses 0.</summary>
    public static long Milliseconds(TimeSpan duration, [CallerArgumentExpression(nameof(duration))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero, name);
        return (long)Math.Ceiling(duration.TotalMilliseconds);
    }

    /// <summary>Checks a number of attempts that are left.</summary>
    public static int Retries(int retries, [CallerArgumentExpression(nameof(retries))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries, name);
        return retries;
    }

    /// <summary>Checks a page of a list.</summary>
    public static void Page(int firstResult, int maxResults)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstResult);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxResults);
    }

    public static void Fetch(FetchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.MaxTasks, nameof(request.MaxTasks));
        if (request.AsyncResponseTimeout is { } timeout)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero, nameof(request.AsyncResponseTimeout));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(timeout, MaxAsyncResponseTimeout, nameof(request.AsyncResponseTimeout));
        }

        if (request.Topics is not { Count: > 0 } || request.Topics.Contains(null!))
        {
            throw new ArgumentException("The request has no topic, or a topic that is null. Add at least one topic.", nameof(request));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in request.Topics)
        {
            Topic(topic);
            if (!names.Add(topic.TopicName))
            {
                throw new ArgumentException($"Topic '{topic.TopicName}' occurs twice, and the engine would use only the last one. Send two requests.", nameof(request));
            }
        }
    }

    /// <summary>Checks names of variables; at least one is needed.</summary>
    public static void VariableNames(IReadOnlyCollection<string> variableNames, [CallerArgumentExpression(nameof(variableNames))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(variableNames, name);
        if (variableNames.Count == 0 || variableNames.Contains(null!))
        {
            throw new ArgumentException($"{name} is empty or contains null. Name at least one variable.", name);
        }
    }

    private static void Topic(TopicRequest topic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic.TopicName);
        ArgumentOutOfRangeException.ThrowIfLessThan(topic.LockDuration, TimeSpan.FromMilliseconds(1), nameof(topic.LockDuration));
        ArgumentNullException.ThrowIfNull(topic.Filter);
        if (topic.Variables?.Contains(null!) == true)
        {
            throw new ArgumentException($"Variables of topic '{topic.TopicName}' contains null. Remove it.", nameof(topic));
        }
    }
}
