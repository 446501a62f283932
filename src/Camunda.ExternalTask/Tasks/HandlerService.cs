using System.ComponentModel;

namespace Camunda.ExternalTask.Generated;

/// <summary>
/// A service that a handler's constructor requires. Generated code lists these services, and the worker checks them when it starts.
/// </summary>
/// <param name="ServiceType">The type of the parameter.</param>
/// <param name="Parameter">The name of the parameter.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record HandlerService(Type ServiceType, string Parameter)
{
    /// <summary>The key of a keyed service (<c>[FromKeyedServices]</c>), or null.</summary>
    public object? Key { get; init; }
}
