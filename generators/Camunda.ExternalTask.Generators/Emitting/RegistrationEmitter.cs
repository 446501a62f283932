using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the method that adds all handlers of the assembly.</summary>
internal static class RegistrationEmitter
{
    public static SourceText Emit(RegistrationModel registration, ProjectModel project)
    {
        const string Builder = $"{GeneratedFile.Library}.ExternalTaskWorkerBuilder";
        var writer = GeneratedFile.Start(project.RootNamespace);
        var handlers = registration.Handlers;
        writer.Line($"/// <summary>Registers the handlers of {Xml.Escape(project.AssemblyName)}.</summary>");
        writer.Line(GeneratedFile.Attribute);
        writer.Open($"{(project.RegistrationMethod is null ? "internal" : "public")} static class {Names.PascalCase(project.AssemblyName)}Handlers");
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
