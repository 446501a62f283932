namespace Camunda.ExternalTask.Protocol;

/// <summary>What a <c>fetchAndLock</c> request says besides its topics.</summary>
/// <param name="WorkerId">The worker id that the tasks are locked for.</param>
/// <param name="MaxTasks">The maximum number of tasks.</param>
/// <param name="UsePriority">Whether tasks with a higher priority come first.</param>
/// <param name="CreateTimeOrder">The order by creation, after the priority; null: none.</param>
/// <param name="AsyncResponseTimeout">How long the engine may hold the response back; zero: it responds at once.</param>
internal readonly record struct FetchTerms(string WorkerId, int MaxTasks, bool UsePriority, SortOrder? CreateTimeOrder, TimeSpan AsyncResponseTimeout);
