namespace Camunda.ExternalTask;

/// <summary>Variables that go to the engine with an outcome. Implemented by generated code for types with <see cref="TaskOutputAttribute"/> and <see cref="BpmnErrorAttribute"/>.</summary>
public interface ITaskOutput
{
    /// <summary>Writes the variables of the process scope.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteVariables(VariableWriter variables);

    /// <summary>Writes the variables of the task's own scope; none unless a property says <see cref="VariableScope.Local"/>.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteLocalVariables(VariableWriter variables)
    {
    }

    /// <summary>Resolves the JSON types of the output once at start, so that a missing registration is said then and not by the first task.</summary>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    static virtual void Prepare()
    {
    }
}
