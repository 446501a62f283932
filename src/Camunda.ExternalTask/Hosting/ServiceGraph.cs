using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Camunda.ExternalTask.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Follows the constructors of registered classes. It creates nothing, and it trusts factories and instances.</summary>
internal sealed class ServiceGraph(IServiceCollection services, IServiceProviderIsService container)
{
    /// <summary>Returns the first service, below a service that a handler requires, that is missing, or scoped although a singleton keeps it; null if there is none.</summary>
    public Problem? ProblemOf(HandlerService service, bool isSingleton) => Follow(service, isSingleton, through: null, []);

    /// <summary>Returns the problem of a class that the container creates.</summary>
    public Problem? ProblemOf(Class type, bool isSingleton) => FollowConstructors(type.Type, isSingleton, through: null, []);

    public bool IsScoped(Type service) => DescriptorOf(service, key: null) is { Lifetime: ServiceLifetime.Scoped };

    private Problem? Follow(HandlerService service, bool isSingleton, Type? through, HashSet<(Type, object?)> seen)
    {
        if (!Has(service.ServiceType, service.Key))
        {
            return new(service, through, IsCaptive: false);
        }

        if (!seen.Add((service.ServiceType, service.Key)) || DescriptorOf(service.ServiceType, service.Key) is not { } descriptor)
        {
            return null;
        }

        if (isSingleton && descriptor.Lifetime == ServiceLifetime.Scoped)
        {
            return new(service, through, IsCaptive: true);
        }

        var implementation = descriptor.IsKeyedService ? descriptor.KeyedImplementationType : descriptor.ImplementationType;
        return implementation is null || implementation.IsGenericTypeDefinition
            ? null
            : FollowConstructors(implementation, isSingleton || descriptor.Lifetime == ServiceLifetime.Singleton, implementation, seen);
    }

    /// <summary>The container uses the longest constructor whose parameters it can supply.</summary>
    private Problem? FollowConstructors(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, bool isSingleton, Type? through, HashSet<(Type, object?)> seen)
    {
        HandlerService? missing = null;
        foreach (var constructor in type.GetConstructors().OrderByDescending(static constructor => constructor.GetParameters().Length))
        {
            var required = constructor.GetParameters().Where(static parameter => !parameter.IsDefined(typeof(ServiceKeyAttribute), inherit: false)).ToList();
            if (required.Find(parameter => !parameter.HasDefaultValue && !Has(parameter.ParameterType, KeyOf(parameter))) is { } absent)
            {
                // The shortest constructor names the least that is missing.
                missing = ServiceOf(absent);
                continue;
            }

            return required
                .Where(parameter => Has(parameter.ParameterType, KeyOf(parameter)))
                .Select(parameter => Follow(ServiceOf(parameter), isSingleton, through, seen))
                .FirstOrDefault(static problem => problem is not null);
        }

        return missing is null ? null : new(missing, through, IsCaptive: false);
    }

    private bool Has(Type service, object? key) => key is null
        ? container.IsService(service)
        : container is not IServiceProviderIsKeyedService keyed || keyed.IsKeyedService(service, key);

    private ServiceDescriptor? DescriptorOf(Type service, object? key) =>
        services.LastOrDefault(descriptor => descriptor.ServiceType == service && Equals(descriptor.ServiceKey, key));

    private static object? KeyOf(ParameterInfo parameter) => parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;

    private static HandlerService ServiceOf(ParameterInfo parameter) => new(parameter.ParameterType, parameter.Name ?? "") { Key = KeyOf(parameter) };

    /// <summary>A class whose constructor the container chooses.</summary>
    public sealed class Class([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
    {
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
        public Type Type { get; } = type;
    }

    /// <param name="Service">The service, with the constructor parameter that requires it.</param>
    /// <param name="Through">The class that has the parameter; null for the handler, middleware or observer itself.</param>
    /// <param name="IsCaptive">Whether the service is scoped and a singleton requires it; otherwise it is missing.</param>
    public sealed record Problem(HandlerService Service, Type? Through, bool IsCaptive);
}
