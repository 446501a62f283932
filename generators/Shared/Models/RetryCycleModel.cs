using System;

namespace Camunda.ExternalTask.Shared.Models;

/// <summary>When a failed task is tried again: one waiting time a retry.</summary>
internal sealed record RetryCycleModel(EquatableArray<TimeSpan> Intervals);
