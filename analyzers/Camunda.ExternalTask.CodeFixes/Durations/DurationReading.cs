using System;

namespace Camunda.ExternalTask.CodeFixes.Durations;

/// <summary>One way to read a text as a duration.</summary>
/// <param name="Name">The description in the title of the fix.</param>
/// <param name="Read">Reads the text; null if it does not match.</param>
internal sealed record DurationReading(string Name, Func<string, TimeSpan?> Read);
