using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports, at <c>AddHandlers()</c>, referenced assemblies whose handlers the application does not register.</summary>
/// <remarks>The project may have no handler itself. The call does not compile then, and the rule says which one to write.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlersOfReferenceAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic with the name of the assembly.</summary>
    internal const string Library = "Library";

    /// <summary>The property of a diagnostic with the method to call.</summary>
    internal const string Method = "Method";

    /// <summary>The property of a diagnostic that is set if the assembly has the method already.</summary>
    internal const string HasMethod = "HasMethod";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RegistrationRules.HandlersOfReferenceMissing);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterSyntaxNodeAction(node => Check(node, symbols), SyntaxKind.InvocationExpression);
            }
        });
    }

    private static void Check(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "AddHandlers" } name } access
            || !SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type, symbols.WorkerBuilder)
            || HandlerLibrary.Find(symbols, context.CancellationToken) is not { Count: > 0 } libraries)
        {
            return;
        }

        var called = CalledNames(context.Compilation, context.CancellationToken);
        foreach (var library in libraries)
        {
            if (library.Method is { } method)
            {
                if (!called.Contains(method))
                {
                    Report(context, name, library, library.Handlers[0], method, $"call '{method}()' as well");
                }
            }
            else if (library.Handlers.FirstOrDefault(handler => !called.Contains($"AddHandler<{handler.Name}>")) is { } missing)
            {
                var proposal = $"Add{CSharpNames.PascalCase(library.Name)}Handlers";
                Report(context, name, library, missing, proposal, $"add '[assembly: ExternalTaskHandlers(\"{proposal}\")]' to that project and call '{proposal}()'");
            }
        }
    }

    private static void Report(
        SyntaxNodeAnalysisContext context, SyntaxNode place, HandlerLibrary library, INamedTypeSymbol handler, string method, string remedy)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Library, library.Name).Add(Method, method);
        if (library.Method is not null)
        {
            properties = properties.Add(HasMethod, "true");
        }

        context.ReportDiagnostic(Diagnostic.Create(
            RegistrationRules.HandlersOfReferenceMissing, place.GetLocation(), properties, library.Name, handler.Name, remedy));
    }

    /// <summary>The names of the methods that the project calls or passes on, and the type arguments of <c>AddHandler</c>.</summary>
    private static HashSet<string> CalledNames(Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var member in tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                names.Add(member is GenericNameSyntax { Identifier.ValueText: "AddHandler", TypeArgumentList.Arguments: [NameSyntax handler] }
                    ? $"AddHandler<{LastOf(handler)}>"
                    : member.Identifier.ValueText);
            }
        }

        return names;
    }

    private static string LastOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => name.ToString(),
    };
}
