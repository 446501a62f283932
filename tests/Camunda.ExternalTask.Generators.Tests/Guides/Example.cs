using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Tests.Guides;

/// <summary>A C# example of a page.</summary>
/// <param name="Code">The text as it stands there.</param>
/// <param name="Line">The line of the page on which it begins.</param>
/// <param name="Models">The BPMN models that stand beside it.</param>
internal sealed record Example(string Code, int Line, IReadOnlyList<string> Models)
{
    private readonly CompilationUnitSyntax _root = SyntaxFactory.ParseCompilationUnit(Code, options: new CSharpParseOptions(LanguageVersion.CSharp14));

    /// <summary>Whether it is a whole file.</summary>
    public bool IsFile => _root.Usings.Count > 0;

    public IEnumerable<string> Usings => _root.Usings.Select(static directive => directive.ToString());

    public IEnumerable<BaseTypeDeclarationSyntax> Declarations => _root.Members.OfType<BaseTypeDeclarationSyntax>();

    public IEnumerable<string> NamesOfTypes => Declarations.Select(static type => type.Identifier.Text);

    public string Types => string.Concat(Declarations.Select(static type => type.ToFullString()));

    public string Statements => string.Concat(_root.Members.OfType<GlobalStatementSyntax>().Select(static statement => statement.ToFullString()));

    /// <summary>The member of a type that it consists of, or null.</summary>
    public string? Member => _root.Members.OfType<MethodDeclarationSyntax>().SingleOrDefault()?.ToFullString();

    /// <summary>The variables that its statements declare.</summary>
    public IEnumerable<string> NamesOfVariables => _root.Members.OfType<GlobalStatementSyntax>()
        .Select(static statement => statement.Statement).OfType<LocalDeclarationStatementSyntax>()
        .SelectMany(static declaration => declaration.Declaration.Variables).Select(static variable => variable.Identifier.Text);
}
