namespace Camunda.ExternalTask.Protocol;

/// <summary>Limits of a call whose answer is read.</summary>
/// <param name="Timeout">How long the engine may take to begin its answer.</param>
/// <param name="BodyTimeout">How long the body of the answer may take.</param>
/// <param name="MaxBytes">How long the body of the answer may be, in bytes.</param>
/// <param name="MaxStringLength">The longest string in a request, in UTF-16 units.</param>
internal sealed record CallLimits(TimeSpan Timeout, TimeSpan BodyTimeout, long MaxBytes, int MaxStringLength = StringLimit.Default);
