using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Simulation.Engine;

/// <summary>The errors that the engine answers.</summary>
internal static class EngineAnswers
{
    public static readonly EngineError Gone = new(404, "The external task does not exist") { Type = "RestException", Code = 0 };
    public static readonly EngineError LockedByOther = new(400, "The external task is locked by another worker.") { Type = "RestException", Code = 0 };
    public static readonly EngineError Expired = new(400, "Cannot extend a lock that expired") { Type = "RestException", Code = 0 };
    public static readonly EngineError Suspended = new(400, "ENGINE-03043 The external task is suspended.") { Type = "RestException", Code = 0 };
    public static readonly EngineError OptimisticLocking = new(500, "ENGINE-03005") { Type = "OptimisticLockingException", Code = 1 };
    public static readonly EngineError Unavailable = new(503, "unavailable");
    public static readonly EngineError Unauthorized = new(401, "unauthorized");
    public static readonly EngineError Forbidden = new(403, "not authorized") { Type = "AuthorizationException", Code = 0 };
    public static readonly EngineError TooLong = new(0, "the body is too long") { IsAmbiguous = true, IsUnreadable = true };
    public static readonly EngineError Refused = new(0, "connection refused");
    public static readonly EngineError Reset = new(0, "reset") { IsAmbiguous = true };
    public static readonly EngineError TimedOut = new(0, "no answer in time") { IsAmbiguous = true };
    public static readonly EngineError CutOff = new(0, "the body broke off") { IsAmbiguous = true, IsUnreadable = true };
}
