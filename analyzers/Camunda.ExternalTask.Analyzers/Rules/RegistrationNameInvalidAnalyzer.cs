using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Descriptors;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Says that <c>[assembly: ExternalTaskHandlers("…")]</c> names no C# method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationNameInvalidAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DeclarationRules.RegistrationNameInvalid);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterSyntaxNodeAction(attribute => Check(attribute, symbols), SyntaxKind.Attribute);
            }
        });
    }

    // An attribute of the assembly has no symbol that an action could be registered for before the end of the compilation.
    private static void Check(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        if (context.Node is AttributeSyntax { Parent: AttributeListSyntax { Target.Identifier.RawKind: (int)SyntaxKind.AssemblyKeyword } } attribute
            && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type, symbols.HandlersAttribute))
        {
            AssemblyAttributes.RegistrationMethod(new(symbols, new ReportingSink(context.Compilation, context.ReportDiagnostic), context.CancellationToken));
        }
    }
}
