using System;

namespace Camunda.ExternalTask.CodeFixes.Durations;

/// <summary>One way to read a text as a duration.</summary>
/// <param name="Name">What it is called in the fix's title.</param>
/// <param name="Read">Null where it makes no sense.</param>
internal sealed record DurationReading(string Name, Func<string, TimeSpan?> Read);
