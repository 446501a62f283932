using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses the texts of an enum: the names of its members, or those of <c>[JsonStringEnumMemberName]</c>.</summary>
internal static class EnumParser
{
    public static EquatableArray<EnumMemberModel>? Parse(IPropertySymbol property, INamedTypeSymbol type, ParsingContext context)
    {
        if (AttributeReader.Find(type, context.Symbols.FlagsAttribute, context.CancellationToken) is not null)
        {
            context.Report(VariableRules.FlagsEnumUnsupported, property, property.Name, CSharpNames.Message(type));
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
                context.Report(VariableRules.EnumTextAmbiguous, property, CSharpNames.Message(type), text);
                return null;
            }

            members.Add(new(CSharpNames.Identifier(field.Name), text, IsAlias: !numbers.Add(number), ObsoleteUses.Is(field, context)));
        }

        return members.ToEquatableArray();
    }
}
