using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Suppressors;

/// <summary>Suppresses advice of the SDK that does not see what generated code and the container do with handlers and their types.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor StaticMethod = new("CETS001", "CA1822", "A handle method is called on an instance of the handler");
    private static readonly SuppressionDescriptor UnusedClass = new("CETS002", "CA1812", "Generated code or the container creates the type");
    private static readonly SuppressionDescriptor UnusedMember = new("CETS003", "IDE0051", "Generated code uses the member");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(StaticMethod, UnusedClass, UnusedMember);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (KnownSymbols.Of(context.Compilation) is not { } symbols)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (SymbolAt(diagnostic.Location, context) is { } symbol && SuppressionOf(diagnostic.Id, symbol, symbols) is { } suppression)
            {
                context.ReportSuppression(Suppression.Create(suppression, diagnostic));
            }
        }
    }

    private static SuppressionDescriptor? SuppressionOf(string id, ISymbol symbol, KnownSymbols symbols) => id switch
    {
        "CA1822" when IsHandleMethod(symbol, symbols) => StaticMethod,
        "CA1812" when symbol is INamedTypeSymbol type && IsDeclared(type, symbols) => UnusedClass,
        "IDE0051" when IsHandleMethod(symbol, symbols) => UnusedMember,
        "IDE0051" when symbol is IPropertySymbol && IsDeclared(symbol.ContainingType, symbols) => UnusedMember,
        _ => null,
    };

    private static bool IsHandleMethod(ISymbol symbol, KnownSymbols symbols) =>
        symbol is IMethodSymbol { Name: "Handle" or "HandleAsync" } && Has(symbol.ContainingType, symbols.HandlerAttribute);

    // Handlers, the types that they read and write, and converters, which have static members only.
    private static bool IsDeclared(INamedTypeSymbol type, KnownSymbols symbols) =>
        Has(type, symbols.HandlerAttribute) || Has(type, symbols.TaskInputAttribute) || Has(type, symbols.TaskOutputAttribute) || Has(type, symbols.BpmnErrorAttribute)
        || type.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, symbols.VariableConverter));

    private static bool Has(INamedTypeSymbol type, INamedTypeSymbol? attributeClass) =>
        attributeClass is not null && type.GetAttributes().Any(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass));

    private static ISymbol? SymbolAt(Location location, SuppressionAnalysisContext context)
    {
        if (location.SourceTree is not { } tree)
        {
            return null;
        }

        var node = tree.GetRoot(context.CancellationToken).FindNode(location.SourceSpan);
        return context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken);
    }
}
