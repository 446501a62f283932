using System.Collections.Immutable;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports the problems that the parser finds in handlers, inputs, outputs, BPMN errors and the attributes of the assembly.</summary>
/// <remarks>One analyzer for all of them: one run of the generator's parser finds everything.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ParserRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterSymbolAction(type => Check(type, symbols), SymbolKind.NamedType);
                start.RegisterSyntaxNodeAction(attribute => CheckAssembly(attribute, symbols), SyntaxKind.Attribute);
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().IsEmpty)
        {
            return;
        }

        var reporter = new ProblemReporter(context.Compilation, context.ReportDiagnostic, type);
        foreach (var problem in ParsedDeclaration.Of(type, symbols, context.CancellationToken).Problems)
        {
            reporter.Report(problem.Rule, problem.Place, problem.Arguments);
        }
    }

    // An attribute of the assembly has no symbol that an action could be registered for before the end of the compilation.
    private static void CheckAssembly(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        if (context.Node is not AttributeSyntax { Parent: AttributeListSyntax { Target.Identifier.RawKind: (int)SyntaxKind.AssemblyKeyword } } attribute
            || context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is not { } attributeClass)
        {
            return;
        }

        var parsing = new ParsingContext(symbols, new ProblemReporter(context.Compilation, context.ReportDiagnostic), context.CancellationToken);
        if (Is(symbols.VariableConverterAttribute))
        {
            ConverterChecks.CheckAssembly(attribute, parsing);
        }
        else if (Is(symbols.HandlersAttribute))
        {
            AssemblyAttributes.RegistrationMethod(parsing);
        }

        bool Is(INamedTypeSymbol? other) => SymbolEqualityComparer.Default.Equals(attributeClass, other);
    }
}
