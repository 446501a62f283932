using System.Collections.Generic;
using System.Threading;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>A type with all that its attributes make of it, and the problems in it. Analyzers share it: a type is parsed once per compilation.</summary>
internal sealed record ParsedDeclaration
{
    /// <summary>The handler; null if the type is not a handler or the generator skips it.</summary>
    public HandlerModel? Handler { get; private init; }

    /// <inheritdoc cref="Handler"/>
    public InputModel? Input { get; private init; }

    /// <inheritdoc cref="Handler"/>
    public OutputModel? Output { get; private init; }

    /// <inheritdoc cref="Handler"/>
    public BpmnErrorModel? Error { get; private init; }

    /// <inheritdoc cref="Handler"/>
    public ProcessPayloadModel? Start { get; private init; }

    /// <inheritdoc cref="Handler"/>
    public ProcessPayloadModel? Message { get; private init; }

    /// <inheritdoc cref="Handler"/>
    public ProcessPayloadModel? Signal { get; private init; }

    /// <summary>The problems, each once.</summary>
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    /// <summary>The declaration of a type.</summary>
    /// <remarks>A canceled parse throws before the result is stored, so it is repeated.</remarks>
    public static ParsedDeclaration Of(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken) =>
        symbols.Declarations.GetOrAdd(type, type => Parse(type, symbols, cancellationToken));

    private static ParsedDeclaration Parse(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var problems = new ProblemList();
        var context = new ParsingContext(symbols, problems, cancellationToken);
        var input = Has(symbols.TaskInputAttribute) ? InputParser.Parse(type, context) : null;
        var output = Has(symbols.TaskOutputAttribute) ? OutputParser.Parse(type, context) : null;
        ConverterChecks.CheckType(type, context);
        return new()
        {
            Input = input,
            Output = output,
            Error = BpmnErrorParser.Parse(type, context),
            Start = ProcessPayloadParser.ParseStart(type, context),
            Message = ProcessPayloadParser.ParseMessage(type, context),
            Signal = ProcessPayloadParser.ParseSignal(type, context),
            Handler = HandlerParser.Parse(type, context),
            Problems = problems.Found,
        };

        bool Has(INamedTypeSymbol? attributeClass) => AttributeReader.Find(type, attributeClass, cancellationToken) is not null;
    }

    // A type with two roles, such as input and output, is parsed for each of them.
    private sealed class ProblemList : IDiagnosticSink
    {
        private readonly HashSet<(DiagnosticDescriptor, Location, string)> _known = [];

        public List<Problem> Found { get; } = [];

        public void Report(DiagnosticDescriptor rule, Location place, params string[] arguments)
        {
            if (_known.Add((rule, place, string.Join("\n", arguments))))
            {
                Found.Add(new(rule, place, arguments));
            }
        }
    }
}
