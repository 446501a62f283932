namespace Camunda.ExternalTask;

/// <summary>
/// Makes the generated registration of this assembly's handlers public and names it, so that a library can share its handlers. Without it the
/// method is called <c>AddHandlers</c> and is visible in this project only, even if others see its internal types.
/// </summary>
/// <remarks>The method is in the namespace of <c>AddCamundaExternalTasks</c>, <c>Microsoft.Extensions.DependencyInjection</c>.</remarks>
/// <param name="methodName">The extension method's name, for example <c>AddLoanHandlers</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ExternalTaskHandlersAttribute(string methodName) : Attribute
{
    /// <summary>The extension method's name.</summary>
    public string MethodName { get; } = methodName;
}
