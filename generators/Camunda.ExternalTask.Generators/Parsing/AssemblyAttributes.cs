using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis.CSharp;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Reads attributes of the assembly.</summary>
internal static class AssemblyAttributes
{
    /// <summary>The name of a public registration method, or null for an internal one.</summary>
    public static string? RegistrationMethod(ParsingContext context)
    {
        var assembly = context.Symbols.Compilation.Assembly;
        if (AttributeReader.Find(assembly, context.Symbols.HandlersAttribute, context.CancellationToken) is not { } attribute
            || attribute.First.Value is not { } name)
        {
            return null;
        }

        if (SyntaxFacts.IsValidIdentifier(name))
        {
            return CSharpNames.Identifier(name);
        }

        context.Report(DeclarationRules.RegistrationNameInvalid, attribute.FirstSyntax, assembly, name);
        return null;
    }
}
