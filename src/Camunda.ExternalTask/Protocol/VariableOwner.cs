namespace Camunda.ExternalTask.Protocol;

/// <summary>Whose variables a call reads or writes.</summary>
internal sealed class VariableOwner
{
    private VariableOwner(string kind, string id, string variables)
    {
        (Kind, Id, Variables) = (kind, id, variables);
        Path = $"{kind}/{RequestCheck.Segment(id)}/{variables}";
    }

    /// <summary>The kind of owner, as in the path.</summary>
    public string Kind { get; }

    /// <summary>The owner's id.</summary>
    public string Id { get; }

    /// <summary>What its variables are called in the path.</summary>
    public string Variables { get; }

    /// <summary>The path of its variables below the engine's root.</summary>
    public string Path { get; }

    /// <summary>A process instance. For an execution's id the engine reads the variables that the execution sees, local and inherited.</summary>
    public static VariableOwner ProcessInstance(string id) => new("process-instance", id, "variables");

    /// <summary>Exactly one execution.</summary>
    public static VariableOwner Execution(string executionId) => new("execution", executionId, "localVariables");
}
