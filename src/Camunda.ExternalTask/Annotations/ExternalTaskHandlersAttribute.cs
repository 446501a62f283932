namespace Camunda.ExternalTask;

/// <summary>
/// Makes the generated registration of this assembly's handlers public and names it, so that a library can share its handlers. Without the
/// attribute, the method is named <c>AddHandlers</c> and is visible in this project only, even if other projects see its internal types.
/// </summary>
/// <remarks>The method is in the namespace <c>Microsoft.Extensions.DependencyInjection</c>, like <c>AddCamundaExternalTasks</c>.</remarks>
/// <param name="methodName">The extension method's name, for example <c>AddLoanHandlers</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ExternalTaskHandlersAttribute(string methodName) : Attribute
{
    /// <summary>The extension method's name.</summary>
    public string MethodName { get; } = methodName;
}
