using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Compiler.Benchmarks;

/// <summary>The least that a generator for the same attributes does: it finds them and looks at nothing.</summary>
internal sealed class EmptyPipeline : IIncrementalGenerator
{
    private static readonly string[] Attributes =
        ["ExternalTaskHandlerAttribute", "TaskInputAttribute", "TaskOutputAttribute", "BpmnErrorAttribute", "ProcessStartAttribute", "MessageAttribute", "SignalAttribute"];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in Attributes)
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                $"Camunda.ExternalTask.{attribute}", static (_, _) => true, static (attributed, _) => attributed.TargetSymbol.Name);
            context.RegisterSourceOutput(found, static (_, _) => { });
        }
    }
}
