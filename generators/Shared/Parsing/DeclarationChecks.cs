using System.Collections.Generic;
using System.Threading;
using Camunda.ExternalTask.Shared.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>Runs every parser that a type's attributes ask for, and hands each problem on once.</summary>
internal static class DeclarationChecks
{
    /// <summary>Checks a type; returns its handler, if it is one for which something is generated.</summary>
    public static HandlerModel? Check(INamedTypeSymbol type, KnownSymbols symbols, IDeclarationSink sink, CancellationToken cancellationToken)
    {
        var context = new ParsingContext(symbols, new OnceSink(sink), cancellationToken);
        if (AttributeReader.Find(type, symbols.TaskInputAttribute, cancellationToken) is not null)
        {
            InputParser.Parse(type, context);
        }

        if (AttributeReader.Find(type, symbols.TaskOutputAttribute, cancellationToken) is not null)
        {
            OutputParser.Parse(type, context);
        }

        ConverterChecks.CheckType(type, context);
        BpmnErrorParser.Parse(type, context);
        return HandlerParser.Parse(type, context);
    }

    // A type with two roles is parsed twice.
    private sealed class OnceSink(IDeclarationSink sink) : IDeclarationSink
    {
        private readonly HashSet<(DeclarationProblem, Location, string)> _reported = [];

        public void Report(DeclarationProblem problem, Location place, params string[] arguments)
        {
            if (_reported.Add((problem, place, string.Join("\n", arguments))))
            {
                sink.Report(problem, place, arguments);
            }
        }
    }
}
