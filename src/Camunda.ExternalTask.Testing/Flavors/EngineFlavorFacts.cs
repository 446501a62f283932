using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Flavors;

/// <summary>Differences between the flavors.</summary>
internal static class EngineFlavorFacts
{
    public static string VersionText(this EngineFlavor flavor) => flavor switch
    {
        EngineFlavor.Camunda717 => "7.17.0",
        EngineFlavor.Operaton10 => "1.0.3",
        _ => "7.24.0",
    };

    public static bool HasErrorCodes(this EngineFlavor flavor) => flavor != EngineFlavor.Camunda717;

    public static bool HasCreateTime(this EngineFlavor flavor) => flavor != EngineFlavor.Camunda717;

    public static bool HasSorting(this EngineFlavor flavor) => flavor != EngineFlavor.Camunda717;

    public static bool HasDefinitionKeyOfInstances(this EngineFlavor flavor) => flavor != EngineFlavor.Camunda717;

    public static bool HasRestartedInstances(this EngineFlavor flavor) => flavor != EngineFlavor.Camunda717;

    public static bool EnforcesTimeToLive(this EngineFlavor flavor) => flavor != EngineFlavor.Camunda717;

    public static bool HasSpin(this EngineFlavor flavor) => flavor != EngineFlavor.Operaton10;

    public static bool AnswersBrokenJsonAsText(this EngineFlavor flavor) => flavor == EngineFlavor.Camunda724;

    /// <summary>The extensions of models that the engine reads. It ignores those of other engines.</summary>
    public static BpmnDialect Dialect(this EngineFlavor flavor) => flavor == EngineFlavor.Operaton10 ? BpmnDialect.Operaton : BpmnDialect.Camunda;

    public static string JavaPackage(this EngineFlavor flavor) => flavor == EngineFlavor.Operaton10 ? "org.operaton" : "org.camunda";
}
