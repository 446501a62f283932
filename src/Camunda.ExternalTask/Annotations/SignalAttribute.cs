namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record or class a signal: <c>client.Processes.SignalAsync(new MarketClosed(…))</c>. The source generator implements
/// <see cref="IProcessSignal"/>. The rules for properties are those of <see cref="TaskOutputAttribute"/>.
/// </summary>
/// <param name="signalName">The name of the signal in the model, not its id.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SignalAttribute(string signalName) : Attribute
{
    /// <summary>The name of the signal in the model.</summary>
    public string SignalName { get; } = signalName;
}
