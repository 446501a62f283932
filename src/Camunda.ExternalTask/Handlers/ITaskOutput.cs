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
}
