using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the attribute that hides a type from other assemblies, even from those that see internal types (<c>InternalsVisibleTo</c>).</summary>
/// <remarks>The compiler looks only at the name. Current ones offer to write the attribute, but not the oldest that the generator runs in.</remarks>
internal static class EmbeddedAttributeEmitter
{
    public static SourceText Emit()
    {
        var writer = GeneratedFile.Start("Microsoft.CodeAnalysis");

        // Partial, and without attributes: a second part by another generator must neither clash nor repeat one.
        writer.Open("internal sealed partial class EmbeddedAttribute : global::System.Attribute");
        return writer.End();
    }
}
