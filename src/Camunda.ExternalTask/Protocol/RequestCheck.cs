using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Values;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Refuses arguments that the engine answers with 500, or takes for something else, before anything is sent.</summary>
internal static class RequestCheck
{
    private const int MaxWorkerIdCharacters = 255;
    private static readonly TimeSpan MaxAsyncResponseTimeout = TimeSpan.FromMinutes(30);

    /// <summary>An id as a segment of a path.</summary>
    public static string Segment(string id, [CallerArgumentExpression(nameof(id))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id, name);

        // They would not stay segments: addresses are normalized before they are sent.
        if (id is "." or "..")
        {
            throw new ArgumentException($"'{id}' is no id.", name);
        }

        return Uri.EscapeDataString(id);
    }

    /// <summary>A name that a variable can have: any text that is one.</summary>
    public static void VariableName(string variableName, [CallerArgumentExpression(nameof(variableName))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(variableName, name);
        if (!LenientText.IsWellFormed(variableName))
        {
            throw new ArgumentException("The name holds half of a surrogate pair, which is no valid text.", name);
        }
    }

    /// <summary>Whether a variable's name can be a segment of a path: servers refuse escaped slashes, and dots are normalized away.</summary>
    public static bool FitsPath(string variableName) => !variableName.AsSpan().ContainsAny('/', '\\') && variableName is not ("." or "..");

    public static string WorkerId(string workerId, [CallerArgumentExpression(nameof(workerId))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(workerId, name);
        return workerId.Length <= MaxWorkerIdCharacters
            ? workerId
            : throw new ArgumentException($"The worker id has {workerId.Length} characters; the engine's column holds {MaxWorkerIdCharacters}.", name);
    }

    /// <summary>A positive duration in milliseconds; parts of one count as a whole, for 0 is refused.</summary>
    public static long Milliseconds(TimeSpan duration, [CallerArgumentExpression(nameof(duration))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero, name);
        return (long)Math.Ceiling(duration.TotalMilliseconds);
    }

    /// <summary>A number of attempts that are left.</summary>
    public static int Retries(int retries, [CallerArgumentExpression(nameof(retries))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries, name);
        return retries;
    }

    /// <summary>A page of a list.</summary>
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
            throw new ArgumentException("A request needs at least one topic, and no null.", nameof(request));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var topic in request.Topics)
        {
            Topic(topic);
            if (!names.Add(topic.TopicName))
            {
                throw new ArgumentException($"Topic '{topic.TopicName}' is there twice: the engine would take the last one only. Send two requests.", nameof(request));
            }
        }
    }

    /// <summary>Names of variables; at least one.</summary>
    public static void VariableNames(IReadOnlyCollection<string> variableNames, [CallerArgumentExpression(nameof(variableNames))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(variableNames, name);
        if (variableNames.Count == 0 || variableNames.Contains(null!))
        {
            throw new ArgumentException($"{name} is empty or has a null in it. Name at least one variable.", name);
        }
    }

    private static void Topic(TopicRequest topic)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic.TopicName);
        ArgumentOutOfRangeException.ThrowIfLessThan(topic.LockDuration, TimeSpan.FromMilliseconds(1), nameof(topic.LockDuration));
        ArgumentNullException.ThrowIfNull(topic.Filter);
        if (topic.Variables?.Contains(null!) == true)
        {
            throw new ArgumentException("Variables has a null in it.", nameof(topic));
        }
    }
}
