using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Finds the BPMN errors that a handler declares: nested error types and those of <c>[ReportsBpmnError]</c>.</summary>
internal static class ReportedErrors
{
    public static (EquatableArray<ConstantText> Codes, EquatableArray<string> Types) Of(INamedTypeSymbol handler, ParsingContext context)
    {
        var codes = new List<ConstantText>();
        var types = new List<string>();
        foreach (var attribute in handler.GetAttributes())
        {
            if (context.Symbols.ReportsBpmnErrorAttribute is { } attributeClass && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass))
            {
                Add(new AttributeReader(attribute, handler, context.CancellationToken), handler, codes, types, context);
            }
        }

        foreach (var nested in handler.GetTypeMembers())
        {
            if (BpmnErrorParser.Parse(nested, context.Silent) is { } error)
            {
                Add(error.Code, codes);
                Add(error.Type.FullName, types);
            }
        }

        return (codes.ToEquatableArray(), types.ToEquatableArray());
    }

    private static void Add(AttributeReader attribute, INamedTypeSymbol handler, List<ConstantText> codes, List<string> types, ParsingContext context)
    {
        if (attribute.FirstType is { } type)
        {
            AddType(attribute, type, handler, codes, types, context);
            return;
        }

        var code = attribute.First;
        if (code.Value is { } text && string.IsNullOrWhiteSpace(text))
        {
            context.Report(ErrorRules.ErrorCodeBlank, attribute.FirstSyntax, handler, CSharpNames.Message(handler));
            return;
        }

        Add(code, codes);
    }

    private static void AddType(
        AttributeReader attribute, INamedTypeSymbol type, INamedTypeSymbol handler, List<ConstantText> codes, List<string> types, ParsingContext context)
    {
        if (AttributeReader.Find(type, context.Symbols.BpmnErrorAttribute, context.CancellationToken) is not { } error)
        {
            if (type.TypeKind != TypeKind.Error)
            {
                context.Report(ErrorRules.ReportedTypeNotError, attribute.FirstSyntax, handler, CSharpNames.Message(type));
            }

            return;
        }

        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, context.Symbols.Compilation.Assembly)
            || BpmnErrorParser.Parse(type, context.Silent) is not null)
        {
            Add(error.First, codes);
            Add(CSharpNames.Code(type), types);
        }
    }

    private static void Add<T>(T item, List<T> list)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }
}
