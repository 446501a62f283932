using System;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The waiting times between the attempts, one per retry.</summary>
internal sealed record RetryCycleModel(EquatableArray<TimeSpan> Intervals);
