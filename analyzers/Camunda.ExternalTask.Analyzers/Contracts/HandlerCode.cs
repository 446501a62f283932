using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Analyzers.Contracts;

/// <summary>What the code of a handler does besides what its types declare, as far as its syntax shows.</summary>
/// <remarks>It errs on the side of "may": a name that looks like the call counts.</remarks>
internal sealed class HandlerCode
{
    private readonly HashSet<string> _called = [];
    private readonly HashSet<string> _passed = [];

    private HandlerCode(IEnumerable<SyntaxNode> declarations)
    {
        foreach (var node in declarations.SelectMany(static declaration => declaration.DescendantNodes()))
        {
            switch (node)
            {
                case MemberAccessExpressionSyntax access:
                    _called.Add(access.Name.Identifier.ValueText);
                    break;
                case MemberBindingExpressionSyntax binding:
                    _called.Add(binding.Name.Identifier.ValueText);
                    break;
                case IdentifierNameSyntax { Parent: not (MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax) } name:
                    _passed.Add(name.Identifier.ValueText);
                    break;
            }
        }
    }

    /// <summary>Whether a completion with other variables than those of the declared output is created.</summary>
    public bool CompletesUntyped => _called.Contains("Completed");

    /// <summary>Whether a BPMN error is created from a code.</summary>
    public bool ReportsUntyped => _called.Contains("BpmnError");

    /// <summary>Whether variables are stored while the handler runs.</summary>
    public bool SetsVariables => _called.Any(static name => name.StartsWith("Set", System.StringComparison.Ordinal) && name.Contains("Variable"));

    public static HandlerCode Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var declarations = new List<SyntaxNode>();
        for (var current = type; current is not null; current = current.BaseType)
        {
            declarations.AddRange(current.DeclaringSyntaxReferences
                .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
                .Select(reference => reference.GetSyntax(cancellationToken)));
        }

        return new(declarations);
    }

    /// <summary>Whether a parameter is given to other code or stored.</summary>
    public bool Passes(IParameterSymbol parameter) => _passed.Contains(parameter.Name);
}
