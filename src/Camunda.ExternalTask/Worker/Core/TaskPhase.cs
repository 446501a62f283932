namespace Camunda.ExternalTask.Worker.Core;

/// <summary>The phases of a task in the worker.</summary>
internal enum TaskPhase
{
    /// <summary>Its handler runs.</summary>
    Running,

    /// <summary>Its result is on the way to the engine.</summary>
    Settling,

    /// <summary>Its process instance is suspended. The worker keeps the result, and no other worker can fetch the task.</summary>
    Held,

    /// <summary>Its handler has detached it. The worker extends the short lock of the fetch to the lock duration once more, then forgets the task.</summary>
    Detaching,

    /// <summary>Nothing is left to be done.</summary>
    Ended,
}
