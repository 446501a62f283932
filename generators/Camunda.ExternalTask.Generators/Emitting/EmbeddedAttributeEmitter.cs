using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the attribute that hides a type from other assemblies, even from those that see internal types (<c>InternalsVisibleTo</c>).</summary>
/// <remarks>The compiler checks only the name. Current compilers can declare the attribute themselves, but not the oldest supported one.</remarks>
internal static class EmbeddedAttributeEmitter
{
    public static SourceText Emit()
    {
        var writer = GeneratedFile.Start("Microsoft.CodeAnalysis");

        // Partial and without attributes, so that another generator can add a part.
        writer.Open("internal sealed partial class EmbeddedAttribute : global::System.Attribute");
        return writer.End();
    }
}
