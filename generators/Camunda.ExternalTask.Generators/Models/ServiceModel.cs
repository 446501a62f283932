namespace Camunda.ExternalTask.Generators.Models;

internal enum ServiceKind
{
    Service,
    KeyedService,

    /// <summary>The provider itself.</summary>
    Provider,

    /// <summary>Not a service: an optional parameter of a type no container serves.</summary>
    Default,
}

/// <summary>A parameter of a handler's constructor.</summary>
/// <param name="Kind">Where its argument comes from.</param>
/// <param name="TypeName">The service's type as code anywhere writes it.</param>
/// <param name="Key">The key of a keyed service as a C# expression.</param>
/// <param name="IsOptional">Whether null will do where the container has no such service.</param>
/// <param name="Default">The C# expression of a default.</param>
internal sealed record ServiceModel(ServiceKind Kind, string TypeName, string? Key = null, bool IsOptional = false, string? Default = null)
{
    /// <summary>The parameter's name.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>Whether the handler cannot be created where the container does not have the service.</summary>
    public bool IsRequired => Kind is ServiceKind.Service or ServiceKind.KeyedService && !IsOptional;
}
