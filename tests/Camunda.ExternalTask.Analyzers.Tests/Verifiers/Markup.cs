using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

internal static class Markup
{
    /// <summary>A snippet without the marks that say what is reported where.</summary>
    public static string Remove(string snippet)
    {
        TestFileMarkupParser.GetSpans(snippet, out var plain, out ImmutableArray<TextSpan> _);
        return plain;
    }
}
