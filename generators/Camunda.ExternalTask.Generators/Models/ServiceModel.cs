namespace Camunda.ExternalTask.Generators.Models;

internal enum ServiceKind
{
    Service,
    KeyedService,

    /// <summary>The provider itself.</summary>
    Provider,

    /// <summary>Not a service: an optional parameter of a type that no container resolves.</summary>
    Default,
}

/// <summary>A parameter of a handler's constructor.</summary>
/// <param name="Kind">The source of its argument.</param>
/// <param name="TypeName">The service's type, fully qualified.</param>
/// <param name="Key">The key of a keyed service as a C# expression.</param>
/// <param name="IsOptional">Whether null is passed if the container has no such service.</param>
/// <param name="Default">The C# expression of a default.</param>
internal sealed record ServiceModel(ServiceKind Kind, string TypeName, string? Key = null, bool IsOptional = false, string? Default = null)
{
    /// <summary>The parameter's name.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>Whether the handler cannot be created without the service.</summary>
    public bool IsRequired => Kind is ServiceKind.Service or ServiceKind.KeyedService && !IsOptional;
}
