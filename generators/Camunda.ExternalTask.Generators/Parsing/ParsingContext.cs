using System.Threading;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>What every parser needs: the known symbols, a sink for problems, and the cancellation.</summary>
internal sealed class ParsingContext(KnownSymbols symbols, IDiagnosticSink? sink, CancellationToken cancellationToken)
{
    public KnownSymbols Symbols { get; } = symbols;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether there is a sink. Without one, checks that do not affect generated code are skipped.</summary>
    public bool Reports => sink is not null;

    /// <summary>The same context without a sink: for types that another type uses, because their own declarations are parsed as well.</summary>
    public ParsingContext Silent => sink is null ? this : new(Symbols, null, CancellationToken);

    public void Report(DiagnosticDescriptor rule, ISymbol place, params string[] arguments)
    {
        if (sink is not null)
        {
            sink.Report(rule, place.Locations.Length > 0 ? place.Locations[0] : Location.None, arguments);
        }
    }

    /// <summary>Reports at an argument of an attribute, or at the symbol with the attribute if the argument has no source.</summary>
    public void Report(DiagnosticDescriptor rule, SyntaxNode? place, ISymbol otherwise, params string[] arguments)
    {
        if (sink is not null && place is not null)
        {
            sink.Report(rule, place.GetLocation(), arguments);
        }
        else
        {
            Report(rule, otherwise, arguments);
        }
    }
}
