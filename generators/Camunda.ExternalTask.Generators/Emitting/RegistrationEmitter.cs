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
    private const string PublicNamespace = "Microsoft.Extensions.DependencyInjection";

    public static SourceText Emit(RegistrationModel registration, ProjectModel project)
    {
        const string Builder = $"{GeneratedFile.Library}.ExternalTaskWorkerBuilder";
        var handlers = registration.Handlers;
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

        writer.Line(GeneratedFile.Attribute);
        writer.Open($"{(isPublic ? "public" : "internal")} static class {className}");
        writer.Line("/// <summary>Adds every handler of this assembly.</summary>");
        writer.Line("/// <param name=\"worker\">Gets the handlers.</param>");
        writer.Line("/// <returns>The same worker.</returns>");
        writer.Line($"public static {Builder} {project.RegistrationMethod ?? "AddHandlers"}(this {Builder} worker) => worker{(handlers.IsEmpty ? ";" : "")}");
        for (var i = 0; i < handlers.Count; i++)
        {
            writer.Continue($".AddHandler<{handlers[i]}>(){(i == handlers.Count - 1 ? ";" : "")}");
        }

        return writer.End();
    }
}
