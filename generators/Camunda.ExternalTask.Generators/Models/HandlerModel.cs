using System;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A class with <c>[ExternalTaskHandler]</c>.</summary>
internal sealed record HandlerModel : ITypePart
{
    public required TypeModel Type { get; init; }

    /// <summary>Whether the class, or a class that contains it, is obsolete.</summary>
    public bool IsObsolete { get; init; }

    public required ConstantText Topic { get; init; }

    /// <summary>Null: the worker's default.</summary>
    public TimeSpan? LockDuration { get; init; }

    /// <summary>Null: the worker's default.</summary>
    public RetryCycleModel? RetryCycle { get; init; }

    /// <summary>The limit of the handler; 0 for none.</summary>
    public int MaxConcurrency { get; init; }

    public required TopicFilterModel Filter { get; init; }

    /// <summary>Whether the engine deserializes Java objects before it sends them.</summary>
    public bool DeserializeValues { get; init; }

    public required HandleMethodModel Method { get; init; }

    public EquatableArray<ServiceModel> Constructor { get; init; }

    /// <summary>The codes of the errors the handler declares, by nested types or by <c>[ReportsBpmnError]</c>, without duplicates.</summary>
    public EquatableArray<ConstantText> ErrorCodes { get; init; }

    /// <summary>The declared error types, fully qualified.</summary>
    public EquatableArray<string> ErrorTypes { get; init; }
}
