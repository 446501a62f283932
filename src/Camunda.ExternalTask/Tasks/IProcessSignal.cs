namespace Camunda.ExternalTask;

/// <summary>A signal for process instances. Generated code implements it for types with <see cref="SignalAttribute"/>.</summary>
public interface IProcessSignal
{
    /// <summary>The name of the signal in the model.</summary>
    static abstract string SignalName { get; }

    /// <summary>Writes the variables that the signal sets.</summary>
    /// <param name="variables">Receives the variables.</param>
    void WriteVariables(VariableWriter variables);
}
