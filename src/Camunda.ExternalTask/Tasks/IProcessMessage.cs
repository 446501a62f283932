namespace Camunda.ExternalTask;

/// <summary>A message for process instances. Generated code implements it for types with <see cref="MessageAttribute"/>.</summary>
public interface IProcessMessage
{
    /// <summary>The name of the message in the model.</summary>
    static abstract string MessageName { get; }

    /// <summary>Writes the variables that the message sets.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteVariables(VariableWriter variables);

    /// <summary>Writes the variables that the receiving instance must have. There are none unless a property has <see cref="CorrelationKeyAttribute"/>.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteCorrelationKeys(VariableWriter variables)
    {
    }
}
