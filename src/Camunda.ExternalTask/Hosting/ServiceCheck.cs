using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Camunda.ExternalTask.Generated;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Finds services that handlers and middleware require but the container does not have, when the worker starts. Otherwise the first tasks
/// would fail and use up the retries of their process instances. The check creates no services. It skips containers that cannot report what
/// they have.
/// </summary>
internal static class ServiceCheck
{
    /// <exception cref="InvalidOperationException">
    /// Services are missing. The message names the handler, the parameter and the remedy for each.
    /// </exception>
    public static void Check(IEnumerable<HandlerInvoker> handlers, IEnumerable<MiddlewareType> middleware, IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsService>() is not { } container)
        {
            return;
        }

        List<string> missing =
        [
            .. handlers.SelectMany(handler => handler.Descriptor.Services
                .Where(service => !Has(container, service.ServiceType, service.Key))
                .Select(service => Describe(handler.Descriptor.Name, service))),
            .. middleware.Select(type => type.Missing(container) is { } service ? Describe(CSharpName.Of(type.Type), service) : null).OfType<string>(),
        ];
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"The container lacks services that the worker requires:{string.Concat(missing.Select(static line => $"\n- {line}"))}");
        }
    }

    private static bool Has(IServiceProviderIsService container, Type service, object? key) => key is null
        ? container.IsService(service)
        : container is not IServiceProviderIsKeyedService keyed || keyed.IsKeyedService(service, key);

    private static string Describe(string owner, HandlerService service)
    {
        var type = CSharpName.Of(service.ServiceType);
        var (key, add) = service.Key is { } given
            ? ($" with the key '{given}'", $"AddKeyedScoped<{type}, …>({(given is string ? $"\"{given}\"" : given)})")
            : ("", $"AddScoped<{type}, …>()");
        return $"{owner} requires {type}{key} (constructor parameter '{service.Parameter}'). Register it, for example builder.Services.{add}, or make the parameter optional.";
    }

    /// <summary>A middleware class, whose constructor the container chooses.</summary>
    public sealed class MiddlewareType([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type)
    {
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
        public Type Type { get; } = type;

        /// <summary>
        /// Returns a service whose absence keeps the container from creating the middleware; null if a constructor can be used.
        /// </summary>
        public HandlerService? Missing(IServiceProviderIsService container)
        {
            HandlerService? missing = null;
            foreach (var constructor in Type.GetConstructors().OrderBy(static constructor => constructor.GetParameters().Length))
            {
                if (constructor.GetParameters().FirstOrDefault(parameter => !IsGiven(container, parameter)) is not { } parameter)
                {
                    return null;
                }

                missing ??= new(parameter.ParameterType, parameter.Name ?? "");
            }

            return missing;
        }

        private static bool IsGiven(IServiceProviderIsService container, ParameterInfo parameter) =>
            parameter.HasDefaultValue || parameter.IsDefined(typeof(FromKeyedServicesAttribute), inherit: false) || container.IsService(parameter.ParameterType);
    }
}
