namespace Camunda.ExternalTask.Hosting;

/// <summary>The keys of a worker's section.</summary>
internal static class SectionKeys
{
    /// <summary>The keys whose values are sections of their own.</summary>
    public static IReadOnlyList<string> Sections { get; } = [nameof(ExternalTaskWorkerOptions.Backoff), nameof(ExternalTaskWorkerOptions.Topics), ConfiguredCredentials.Section];

    /// <summary>The keys whose values are lists.</summary>
    public static IReadOnlyList<string> Lists { get; } =
        [nameof(TopicOptions.ProcessDefinitionIdIn), nameof(TopicOptions.ProcessDefinitionKeyIn), nameof(TopicOptions.TenantIdIn), "Scopes"];

    public static IReadOnlyList<string> OfWorker { get; } =
    [
        nameof(ExternalTaskWorkerOptions.BaseAddress),
        nameof(ExternalTaskWorkerOptions.WorkerId),
        nameof(ExternalTaskWorkerOptions.MaxConcurrency),
        nameof(ExternalTaskWorkerOptions.ReserveThreads),
        nameof(ExternalTaskWorkerOptions.LockDuration),
        nameof(ExternalTaskWorkerOptions.FetchLockDuration),
        nameof(ExternalTaskWorkerOptions.RetryCycle),
        nameof(ExternalTaskWorkerOptions.PollTimeout),
        nameof(ExternalTaskWorkerOptions.PollInterval),
        nameof(ExternalTaskWorkerOptions.Backoff),
        nameof(ExternalTaskWorkerOptions.AutoStart),
        nameof(ExternalTaskWorkerOptions.RequestTimeout),
        nameof(ExternalTaskWorkerOptions.ShutdownGrace),
        nameof(ExternalTaskWorkerOptions.LongRunningAfter),
        nameof(ExternalTaskWorkerOptions.MaxDuration),
        nameof(ExternalTaskWorkerOptions.SummaryInterval),
        nameof(ExternalTaskWorkerOptions.TraceVariable),
        nameof(ExternalTaskWorkerOptions.UsePriority),
        nameof(ExternalTaskWorkerOptions.CreateTimeOrder),
        nameof(ExternalTaskWorkerOptions.DateFormat),
        nameof(ExternalTaskWorkerOptions.IncludeStackTrace),
        nameof(ExternalTaskWorkerOptions.MaxResponseBytes),
        nameof(ExternalTaskWorkerOptions.MaxStringLength),
        nameof(ExternalTaskWorkerOptions.AllowInsecureCredentials),
        nameof(ExternalTaskWorkerOptions.Topics),
    ];

    public static IReadOnlyList<string> OfBackoff { get; } =
        [nameof(BackoffOptions.InitialDelay), nameof(BackoffOptions.Factor), nameof(BackoffOptions.MaxDelay), nameof(BackoffOptions.Jitter)];

    public static IReadOnlyList<string> OfTopic { get; } =
    [
        nameof(TopicOptions.LockDuration),
        nameof(TopicOptions.RetryCycle),
        nameof(TopicOptions.MaxConcurrency),
        nameof(TopicOptions.LongRunningAfter),
        nameof(TopicOptions.MaxDuration),
        nameof(TopicOptions.AutoOpen),
        nameof(TopicOptions.ProcessDefinitionId),
        nameof(TopicOptions.ProcessDefinitionIdIn),
        nameof(TopicOptions.ProcessDefinitionKey),
        nameof(TopicOptions.ProcessDefinitionKeyIn),
        nameof(TopicOptions.ProcessDefinitionVersionTag),
        nameof(TopicOptions.BusinessKey),
        nameof(TopicOptions.TenantIdIn),
        nameof(TopicOptions.WithoutTenantId),
        nameof(TopicOptions.LocalVariables),
        nameof(TopicOptions.DeserializeValues),
    ];
}
