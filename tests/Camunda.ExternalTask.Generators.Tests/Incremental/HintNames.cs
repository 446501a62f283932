using System.Collections;
using System.Reflection;

namespace Camunda.ExternalTask.Generators.Tests.Incremental;

/// <summary>The files in the value of an output step, which is of a type the compiler does not publish.</summary>
internal static class HintNames
{
    public static IEnumerable<string> Of(object value)
    {
        // (IEnumerable<GeneratedSourceText> sources, IEnumerable<Diagnostic> diagnostics)
        var sources = (IEnumerable)((System.Runtime.CompilerServices.ITuple)value)[0]!;
        foreach (var source in sources)
        {
            var property = source.GetType().GetProperty("HintName", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            Assert.NotNull(property);
            yield return (string)property.GetValue(source)!;
        }
    }
}
