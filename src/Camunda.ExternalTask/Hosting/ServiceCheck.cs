using Camunda.ExternalTask.Generated;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Finds services that handlers, middleware and observers require but the container does not have, when the worker starts. Otherwise the first tasks
/// would fail and use up the retries of their process instances. The check creates no services. It skips containers that cannot report what
/// they have.
/// </summary>
internal static class ServiceCheck
{
    /// <exception cref="InvalidOperationException">
    /// Services are missing. The message names the handler, the parameter and the remedy for each.
    /// </exception>
    public static void Check(IEnumerable<HandlerInvoker> handlers, WorkerRegistration registration, IServiceProvider services)
    {
        if (services.GetService<IServiceProviderIsService>() is not { } container)
        {
            return;
        }

        var graph = new ServiceGraph(registration.Services, container);
        List<string> problems =
        [
            .. handlers.SelectMany(handler => handler.Descriptor.Services.Select(service => Of(graph, handler.Descriptor.Name, service)).OfType<string>()),
            .. registration.MiddlewareTypes.SelectMany(type => OfClass(graph, type, isSingleton: false)),
            .. registration.ObserverTypes.SelectMany(type => OfClass(graph, type, isSingleton: true)),
        ];
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"The container cannot create what the worker requires:{string.Concat(problems.Select(static line => $"\n- {line}"))}");
        }
    }

    private static IEnumerable<string> OfClass(ServiceGraph graph, ServiceGraph.Class type, bool isSingleton)
    {
        var name = CSharpName.Of(type.Type);
        if (isSingleton && graph.IsScoped(type.Type))
        {
            yield return $"{name} is registered as scoped, but an observer is a singleton. Register it with builder.Services.AddSingleton<{name}>().";
        }
        else if (graph.ProblemOf(type, isSingleton) is { } problem)
        {
            yield return Describe(name, problem);
        }
    }

    private static string? Of(ServiceGraph graph, string owner, HandlerService service) =>
        graph.ProblemOf(service, isSingleton: false) is { } problem ? Describe(owner, problem) : null;

    private static string Describe(string owner, ServiceGraph.Problem problem)
    {
        var service = problem.Service;
        var through = problem.Through is { } other ? $", through {CSharpName.Of(other)}," : "";
        if (problem.IsCaptive)
        {
            return $"{owner} requires{through} {CSharpName.Of(service.ServiceType)} (constructor parameter '{service.Parameter}'), which is scoped, from a singleton. "
                + "Register the singleton as scoped if nothing prevents it, or inject IServiceScopeFactory and create a scope for each use.";
        }

        var type = CSharpName.Of(service.ServiceType);
        var (key, add) = service.Key is { } given
            ? ($" with the key '{given}'", $"AddKeyedScoped<{type}, …>({(given is string ? $"\"{given}\"" : given)})")
            : ("", $"AddScoped<{type}, …>()");
        return $"{owner} requires{through} {type}{key} (constructor parameter '{service.Parameter}'). "
            + $"Register it, for example builder.Services.{add}, or make the parameter optional.";
    }
}
