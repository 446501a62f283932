namespace Camunda.ExternalTask;

/// <summary>Variables with which a process starts. Generated code implements it for types with <see cref="ProcessStartAttribute"/>.</summary>
public interface IProcessStart
{
    /// <summary>The id of the process in the model.</summary>
    static abstract string ProcessDefinitionKey { get; }

    /// <summary>Writes the variables.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteVariables(VariableWriter variables);
}
