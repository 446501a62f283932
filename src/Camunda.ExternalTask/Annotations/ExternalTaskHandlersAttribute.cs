namespace Camunda.ExternalTask;

/// <summary>
/// Makes the generated registration of this assembly's handlers public and names it, so that a library can share its handlers. Without it the
/// method is internal and called <c>AddHandlers</c>.
/// </summary>
/// <param name="methodName">The extension method's name, for example <c>AddLoanHandlers</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ExternalTaskHandlersAttribute(string methodName) : Attribute
{
    /// <summary>The extension method's name.</summary>
    public string MethodName { get; } = methodName;
}
