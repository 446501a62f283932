using System.Net;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <summary>Thrown when a call to the engine failed.</summary>
/// <remarks>One type covers all failures: an error object of the engine, a page of a proxy, or no answer.</remarks>
public sealed class EngineException : Exception
{
    private readonly EngineError _error;

    internal EngineException(string call, EngineError error, string? remedy = null)
        : base(remedy is null ? $"{call}: {error}" : $"{call}: {error.ToString().TrimEnd('.')}. {remedy}", error.Cause) => _error = error;

    /// <summary>What failed, without the call that it concerns.</summary>
    internal string Reason => _error.ToString();

    /// <summary>The HTTP status, or null if no answer arrived.</summary>
    public HttpStatusCode? StatusCode => _error.Status == 0 ? null : (HttpStatusCode)_error.Status;

    /// <summary>The engine's error type, a short Java class name such as <c>RestException</c>; null if the answer was not the engine's.</summary>
    public string? Type => _error.Type;

    /// <summary>The engine's error code: 0 none, 1 optimistic locking, 10000 deadlock, 10001 foreign key, 10002 column too small; null if the answer has none.</summary>
    public int? Code => _error.Code;

    /// <summary>The engine's message, an excerpt of the answer, or the transport's error.</summary>
    public string EngineMessage => _error.Message;

    /// <summary>The problems that the engine found in the files of a deployment (<c>ParseException</c>); empty for other errors.</summary>
    public IReadOnlyList<ModelProblem> ModelProblems => _error.ModelProblems;

    /// <summary>Whether no instance can receive a message, or several can (<c>MismatchingMessageCorrelationException</c>).</summary>
    public bool IsMismatchingMessage => _error.IsMismatchingMessage;

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsRetryable => _error.IsRetryable;

    /// <summary>Whether the task no longer exists: completed, cancelled, or its process instance deleted.</summary>
    public bool IsGone => _error.IsGone;

    /// <summary>Whether another worker holds the lock of the task, or no worker does.</summary>
    public bool IsLockLost => _error.IsLockLost;

    /// <summary>Whether the process instance is suspended.</summary>
    public bool IsSuspended => _error.IsSuspended;

    /// <summary>Whether the engine may have performed the call although no complete answer arrived.</summary>
    public bool IsAmbiguous => _error.IsAmbiguous;
}
