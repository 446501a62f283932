namespace Camunda.ExternalTask;

/// <summary>Where an output variable is written.</summary>
public enum VariableScope
{
    /// <summary>The innermost scope around the task that already has a variable of the name, else the process instance.</summary>
    Process,

    /// <summary>The task's own scope: visible to its output parameters and error definitions, gone with the task.</summary>
    Local,
}
