namespace Camunda.ExternalTask;

/// <summary>
/// Variables that are sent to the engine with an outcome. Generated code implements it for types with <see cref="TaskOutputAttribute"/> and
/// <see cref="BpmnErrorAttribute"/>.
/// </summary>
public interface ITaskOutput
{
    /// <summary>Writes the variables of the process scope.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteVariables(VariableWriter variables);

    /// <summary>Writes the local variables of the task. There are none unless a property has <see cref="VariableScope.Local"/>.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteLocalVariables(VariableWriter variables)
    {
    }

    /// <summary>
    /// Resolves the JSON types of the output once, when the worker starts, so that a missing registration fails the start and not the first
    /// task.
    /// </summary>
    /// <exception cref="InvalidOperationException">A JSON type is not registered in its context.</exception>
    static virtual void Prepare()
    {
    }
}
