using System;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>When a failed task is tried again: one waiting time per retry.</summary>
internal sealed record RetryCycleModel(EquatableArray<TimeSpan> Intervals);
