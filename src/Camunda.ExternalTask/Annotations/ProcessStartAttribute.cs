namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record or class the variables with which a process starts: <c>client.Processes.StartAsync(new LoanApplication(…))</c>.
/// The source generator implements <see cref="IProcessStart"/>. The rules for properties are those of <see cref="TaskOutputAttribute"/>.
/// </summary>
/// <param name="processDefinitionKey">The id of the process in the model.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ProcessStartAttribute(string processDefinitionKey) : Attribute
{
    /// <summary>The id of the process in the model.</summary>
    public string ProcessDefinitionKey { get; } = processDefinitionKey;
}
