using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the part of a handler: descriptor, factory, dispatch and preparation.</summary>
internal static class HandlerEmitter
{
    public static SourceText Emit(HandlerModel handler)
    {
        var contract = $"{GeneratedFile.Support}.IExternalTaskHandler<{handler.Type.FullName}>";
        var writer = GeneratedFile.StartPart(handler.Type, contract);
        DescriptorEmitter.Emit(writer, handler, contract);
        writer.Line();
        EmitCreate(writer, handler, contract);
        writer.Line();
        DispatchEmitter.Emit(writer, handler, contract);
        EmitPrepare(writer, handler, contract);
        return writer.End();
    }

    private static void EmitCreate(SourceWriter writer, HandlerModel handler, string contract)
    {
        writer.MarkMethod();
        var head = $"static {handler.Type.FullName} {contract}.Create(global::System.IServiceProvider services) =>";
        if (handler.Constructor.IsEmpty)
        {
            writer.Line($"{head} new();");
            return;
        }

        writer.Line(head);
        if (handler.Constructor.Count == 1)
        {
            writer.Continue($"new({Argument(handler.Constructor[0])});");
            return;
        }

        writer.Continue("new(");
        for (var i = 0; i < handler.Constructor.Count; i++)
        {
            var isLast = i == handler.Constructor.Count - 1;
            writer.Continue($"    {Argument(handler.Constructor[i])}{(isLast ? ");" : ",")}");
        }
    }

    private static string Argument(ServiceModel service)
    {
        const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
        const string KeyedServices = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";
        return service switch
        {
            { Kind: ServiceKind.Provider } => "services",
            { Kind: ServiceKind.Default } => service.Default!,
            { Kind: ServiceKind.KeyedService, IsOptional: true } => $"{KeyedServices}.GetKeyedService<{service.TypeName}>(services, {service.Key})",
            { Kind: ServiceKind.KeyedService } => $"{KeyedServices}.GetRequiredKeyedService<{service.TypeName}>(services, {service.Key})",
            { IsOptional: true } => $"{Services}.GetService<{service.TypeName}>(services)",
            _ => $"{Services}.GetRequiredService<{service.TypeName}>(services)",
        };
    }

    private static void EmitPrepare(SourceWriter writer, HandlerModel handler, string contract)
    {
        var calls = new List<string>();
        if (handler.Method.InputType is { } input)
        {
            calls.Add($"{GeneratedFile.Support}.TaskPreparation.PrepareInput<{input}>();");
        }

        if (handler.Method.OutputType is { } output)
        {
            calls.Add($"{GeneratedFile.Support}.TaskPreparation.PrepareOutput<{output}>();");
        }

        foreach (var error in handler.ErrorTypes)
        {
            calls.Add($"{GeneratedFile.Support}.TaskPreparation.PrepareOutput<{error}>();");
        }

        if (calls.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.MarkMethod();
        writer.Open($"static void {contract}.Prepare()");
        foreach (var call in calls)
        {
            writer.Line(call);
        }

        writer.Close();
    }
}
