using System;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the method that adds all handlers of the assembly.</summary>
/// <remarks>
/// The internal method is visible in every file of the project, because its class is in the global namespace. The class of a public method is in
/// the namespace of <c>AddCamundaExternalTasks</c>, so other projects see both or neither.
/// </remarks>
internal static class RegistrationEmitter
{
    private const string Builder = $"{GeneratedFile.Library}.ExternalTaskWorkerBuilder";
    private const string PublicNamespace = "Microsoft.Extensions.DependencyInjection";

    public static SourceText Emit(RegistrationModel registration, ProjectModel project, bool hasModels)
    {
        var isPublic = project.RegistrationMethod is not null;
        var className = $"{CSharpNames.PascalCase(project.AssemblyName)}ExternalTaskHandlers";
        var writer = isPublic
            ? GeneratedFile.Start(PublicNamespace, $"global using static global::{PublicNamespace}.{className};")
            : GeneratedFile.Start();
        writer.Line($"/// <summary>Registers the handlers of {Xml.Escape(project.AssemblyName)}.</summary>");
        if (!isPublic)
        {
            writer.Line(GeneratedFile.Hidden);
        }

        writer.MarkType();
        writer.Open($"{(isPublic ? "public" : "internal")} static class {className}");
        EmitHandlers(writer, registration, project);
        if (hasModels)
        {
            writer.Line();
            writer.Line("/// <summary>Deploys the models of this assembly before the worker starts with its host, if they have changed.</summary>");
            writer.Line("/// <param name=\"worker\">Deploys the models.</param>");
            writer.Line("/// <param name=\"configure\">Sets the name and tenant of the deployment.</param>");
            writer.Line("/// <returns>The same worker.</returns>");
            writer.Line($"public static {Builder} {DeploymentMethod(project)}(");
            writer.Continue($"this {Builder} worker, global::System.Action<{GeneratedFile.Library}.ModelDeploymentOptions>? configure = null) =>");
            writer.Continue($"worker.AddModelDeployment(typeof({className}).Assembly, configure);");
        }

        return writer.End();
    }

    private static void EmitHandlers(SourceWriter writer, RegistrationModel registration, ProjectModel project)
    {
        var handlers = registration.Handlers;
        writer.Line("/// <summary>Adds every handler of this assembly.</summary>");
        writer.Line("/// <param name=\"worker\">Gets the handlers.</param>");
        writer.Line("/// <returns>The same worker.</returns>");
        if (!handlers.IsEmpty)
        {
            writer.Line("/// <remarks>");
            writer.Line("/// <list type=\"bullet\">");
            foreach (var handler in handlers)
            {
                writer.Line($"/// <item><description><see cref=\"{handler}\"/></description></item>");
            }

            writer.Line("/// </list>");
            writer.Line("/// </remarks>");
        }

        var head = $"public static {Builder} {project.RegistrationMethod ?? "AddHandlers"}(this {Builder} worker) => ";
        if (registration.HasObsolete)
        {
            // Only an obsolete method can use every obsolete handler, but the callers of this method need no warning.
            writer.Line($"{head}AddEach(worker);");
            writer.Line();
            writer.Line("[global::System.Obsolete]");
            head = $"private static {Builder} AddEach({Builder} worker) => ";
        }

        writer.Line($"{head}worker{(handlers.IsEmpty ? ";" : "")}");
        for (var i = 0; i < handlers.Count; i++)
        {
            writer.Continue($".AddHandler<{handlers[i]}>(){(i == handlers.Count - 1 ? ";" : "")}");
        }
    }

    // Public methods of several assemblies need different names, as their registration methods do.
    private static string DeploymentMethod(ProjectModel project)
    {
        const string Start = "Add";
        const string End = "Handlers";
        return project.RegistrationMethod switch
        {
            null => "DeployModels",
            var method when method.StartsWith(Start, StringComparison.Ordinal) && method.EndsWith(End, StringComparison.Ordinal) && method.Length > Start.Length + End.Length =>
                $"Deploy{method.Substring(Start.Length, method.Length - Start.Length - End.Length)}Models",
            _ => $"Deploy{CSharpNames.PascalCase(project.AssemblyName)}Models",
        };
    }
}
