using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Descriptors;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Says why nothing, or less than written, is generated for a handler, an input, an output or a BPMN error.</summary>
/// <remarks>One analyzer for the whole family: it runs the generator's parser, and one run finds everything.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ProblemRules.AllBut(DeclarationProblem.TopicHandledTwice, DeclarationProblem.RegistrationNameInvalid);

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
        if (!type.GetAttributes().IsEmpty)
        {
            DeclarationChecks.Check(type, symbols, new ReportingSink(context.Compilation, context.ReportDiagnostic, type), context.CancellationToken);
        }
    }

    // An attribute of the assembly has no symbol that an action could be registered for before the end of the compilation.
    private static void CheckAssembly(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        if (context.Node is AttributeSyntax { Parent: AttributeListSyntax { Target.Identifier.RawKind: (int)SyntaxKind.AssemblyKeyword } } attribute
            && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type, symbols.VariableConverterAttribute))
        {
            ConverterChecks.CheckAssembly(attribute, new(symbols, new ReportingSink(context.Compilation, context.ReportDiagnostic), context.CancellationToken));
        }
    }
}
