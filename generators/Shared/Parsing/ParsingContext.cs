using System.Threading;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>What every parser needs: the known symbols, where to say what is wrong, and when to stop.</summary>
internal sealed class ParsingContext(KnownSymbols symbols, IDeclarationSink? sink, CancellationToken cancellationToken)
{
    public KnownSymbols Symbols { get; } = symbols;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether anybody listens. Checks that decide nothing for the generator are left out without.</summary>
    public bool Reports => sink is not null;

    /// <summary>The same, in silence: for types that are parsed on behalf of another one and have their own turn.</summary>
    public ParsingContext Silent => sink is null ? this : new(Symbols, null, CancellationToken);

    public void Report(DeclarationProblem problem, ISymbol place, params string[] arguments)
    {
        if (sink is not null)
        {
            sink.Report(problem, place.Locations.Length > 0 ? place.Locations[0] : Location.None, arguments);
        }
    }

    /// <summary>Reports at an argument of an attribute, or at the symbol that carries the attribute where it has no source.</summary>
    public void Report(DeclarationProblem problem, SyntaxNode? place, ISymbol otherwise, params string[] arguments)
    {
        if (sink is not null && place is not null)
        {
            sink.Report(problem, place.GetLocation(), arguments);
        }
        else
        {
            Report(problem, otherwise, arguments);
        }
    }
}
