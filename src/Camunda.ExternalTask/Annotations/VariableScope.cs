namespace Camunda.ExternalTask;

/// <summary>Where an output variable is written.</summary>
public enum VariableScope
{
    /// <summary>The innermost scope around the task that already has a variable of this name, or else the process instance.</summary>
    Process,

    /// <summary>The local scope of the task, which only its output parameters and error definitions see. It ends with the task.</summary>
    Local,
}
