using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Tests.Guides;

/// <summary>The page that shows what the examples are compiled with: usings, a method, types, and the type of a generated member.</summary>
internal static class ExamplesPage
{
    private static readonly Example[] Parts = [.. GuidePage.Of("docs/examples.md").Examples];

    public static IEnumerable<string> Usings => Parts[0].Usings;

    public static IEnumerable<BaseTypeDeclarationSyntax> Types => Parts[2].Declarations;

    /// <summary>The head of the method, without the parameters that an example declares itself.</summary>
    public static string Method(Example example)
    {
        var method = (MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(Parts[1].Code)!;
        var parameters = method.ParameterList.Parameters.Where(parameter => !example.NamesOfVariables.Contains(parameter.Identifier.Text));
        return $"{method.Modifiers} {method.ReturnType} {method.Identifier}({string.Join(", ", parameters.Select(static parameter => parameter.ToString()))})";
    }

    /// <summary>The type of the generated code, with the member that an example consists of.</summary>
    public static string MemberIn(Example example) => example.Member is { } member ? Parts[3].Code.Insert(Parts[3].Code.LastIndexOf('}'), member) : "";
}
