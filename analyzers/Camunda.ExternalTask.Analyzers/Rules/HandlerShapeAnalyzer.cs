using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports classes that look like handlers and are none, handlers with state, types that are input and output, and topics that are expressions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        CodeRules.HandlerNotMarked, CodeRules.InputIsOutput, CodeRules.HandlerHasState, CodeRules.TopicIsExpression);

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
            }
        });
    }

    private static void Check(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        if (AttributeReader.Find(type, symbols.HandlerAttribute, context.CancellationToken) is { } attribute)
        {
            CheckState(context, type);
            if (attribute.First.Value is { } topic && (topic.Contains("${") || topic.Contains("#{")))
            {
                context.ReportDiagnostic(Diagnostic.Create(CodeRules.TopicIsExpression, attribute.FirstSyntax?.GetLocation() ?? type.Locations[0], topic));
            }

            return;
        }

        if (Has(type, symbols.TaskInputAttribute) && Has(type, symbols.TaskOutputAttribute))
        {
            context.ReportDiagnostic(Diagnostic.Create(CodeRules.InputIsOutput, type.Locations[0], type.Name));
        }

        if (type is { IsAbstract: false, IsStatic: false, IsImplicitlyDeclared: false } && HandleMethodOf(type) is { } method)
        {
            context.ReportDiagnostic(Diagnostic.Create(CodeRules.HandlerNotMarked, type.Locations[0], type.Name, method.Name));
        }

        bool Has(ITypeSymbol other, INamedTypeSymbol? attributeClass) => AttributeReader.Find(other, attributeClass, context.CancellationToken) is not null;

        // An interface may ask for the method, so other code calls it.
        IMethodSymbol? HandleMethodOf(INamedTypeSymbol owner) => owner.AllInterfaces.IsEmpty
            ? owner.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => method is { Name: "Handle" or "HandleAsync", IsOverride: false, IsGenericMethod: false }
                && method.Parameters.Any(parameter => Has(parameter.Type, symbols.TaskInputAttribute)))
            : null;
    }

    private static void CheckState(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            var isMutable = member switch
            {
                IFieldSymbol field => field is { IsStatic: false, IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false },
                IPropertySymbol property => property is { IsStatic: false, SetMethod.IsInitOnly: false } && IsAuto(property, type),
                _ => false,
            };
            if (isMutable && member.Locations is [{ IsInSource: true } place, ..] && Declarations.IsIn(type, place))
            {
                context.ReportDiagnostic(Diagnostic.Create(CodeRules.HandlerHasState, place, member.Name, type.Name));
            }
        }
    }

    private static bool IsAuto(IPropertySymbol property, INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
