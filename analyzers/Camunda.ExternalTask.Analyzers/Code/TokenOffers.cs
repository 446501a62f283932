using System.Linq;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Camunda.ExternalTask.Analyzers.Code;

/// <summary>Finds awaited calls that would take a cancellation token.</summary>
/// <remarks>CA2016 of the SDK reports a token that a method has and does not pass on.</remarks>
internal static class TokenOffers
{
    /// <summary>Whether a call takes a token, by an optional parameter or another overload, and gets none.</summary>
    public static bool Offers(IInvocationOperation call, KnownSymbols symbols)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Any(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && IsToken(argument.Parameter, symbols)))
        {
            return false;
        }

        return method.Parameters.Any(parameter => IsToken(parameter, symbols))
            || method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => IsSameWithToken(other, method.OriginalDefinition, symbols));
    }

    private static bool IsSameWithToken(IMethodSymbol other, IMethodSymbol method, KnownSymbols symbols) =>
        other.OriginalDefinition is var definition
        && definition.IsStatic == method.IsStatic
        && definition.DeclaredAccessibility == Accessibility.Public
        && definition.Parameters.Length == method.Parameters.Length + 1
        && IsToken(definition.Parameters[method.Parameters.Length], symbols)
        && definition.Parameters.Take(method.Parameters.Length).Select(static parameter => parameter.Type)
            .SequenceEqual(method.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default);

    private static bool IsToken(IParameterSymbol? parameter, KnownSymbols symbols) => HandlerMethod.Is(parameter?.Type, symbols.CancellationToken);
}
