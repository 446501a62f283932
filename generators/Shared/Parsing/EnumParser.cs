using System.Collections.Generic;
using Camunda.ExternalTask.Shared.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Shared.Parsing;

/// <summary>The texts an enum travels as: its members' names, or what <c>[JsonStringEnumMemberName]</c> says.</summary>
internal static class EnumParser
{
    public static EquatableArray<EnumMemberModel>? Parse(IPropertySymbol property, INamedTypeSymbol type, ParsingContext context)
    {
        if (AttributeReader.Find(type, context.Symbols.FlagsAttribute, context.CancellationToken) is not null)
        {
            context.Report(DeclarationProblem.FlagsEnumUnsupported, property, property.Name, Names.Message(type));
            return null;
        }

        var members = new List<EnumMemberModel>();
        var numbers = new HashSet<object>();
        var texts = new HashSet<string>();
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { ConstantValue: { } number } field)
            {
                continue;
            }

            var text = AttributeReader.Find(field, context.Symbols.JsonEnumMemberNameAttribute, context.CancellationToken)?.First.Value ?? field.Name;
            if (!texts.Add(text))
            {
                context.Report(DeclarationProblem.EnumTextAmbiguous, property, Names.Message(type), text);
                return null;
            }

            members.Add(new(Names.Identifier(field.Name), text, IsAlias: !numbers.Add(number)));
        }

        return members.ToEquatableArray();
    }
}
