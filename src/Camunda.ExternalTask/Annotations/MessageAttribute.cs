namespace Camunda.ExternalTask;

/// <summary>
/// Makes a <c>partial</c> record or class a message: <c>client.Processes.CorrelateAsync(new PaymentReceived(…))</c>. The source generator implements
/// <see cref="IProcessMessage"/>. The rules for properties are those of <see cref="TaskOutputAttribute"/>. A property with
/// <see cref="CorrelationKeyAttribute"/> selects the instance instead of setting a variable.
/// </summary>
/// <param name="messageName">The name of the message in the model, not its id.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MessageAttribute(string messageName) : Attribute
{
    /// <summary>The name of the message in the model.</summary>
    public string MessageName { get; } = messageName;
}
