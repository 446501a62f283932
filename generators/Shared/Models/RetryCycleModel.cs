using System;

namespace Camunda.ExternalTask.Shared.Models;

/// <summary>When a failed task is tried again: one waiting time per retry.</summary>
internal sealed record RetryCycleModel(EquatableArray<TimeSpan> Intervals);
