using System.Collections.Generic;
using System.Composition;
using Camunda.ExternalTask.CodeFixes.Editing;
using Camunda.ExternalTask.CodeFixes.Json;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Camunda.ExternalTask.CodeFixes.Fixes;

/// <summary>Adds <c>[JsonSerializable]</c> for a type to the declaration of the serializer context that already has such attributes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RegisterJsonTypeCodeFix)), Shared]
public sealed class RegisterJsonTypeCodeFix() : CodeFix(JsonRules.JsonTypeNotRegistered)
{
    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => RegisterJsonTypesFixAll.Instance;

    private protected override IEnumerable<Edit> FindEdits(FixPlace place)
    {
        if (JsonVariable.At(place.Node, place.Model, place.Symbols, place.CancellationToken) is { Context: { } jsonContext } variable
            && variable.IsAccessibleIn(jsonContext)
            && JsonContextEdits.FindDeclaration(jsonContext, place.Solution, place.CancellationToken) is not null)
        {
            yield return new(
                $"Add [JsonSerializable(typeof({variable.TypeName}))] to '{jsonContext.Name}'",
                cancellationToken => JsonContextEdits.RegisterAsync(place.Solution, jsonContext, [variable.Type], cancellationToken));
        }
    }
}
