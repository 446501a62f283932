using System;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Camunda.ExternalTask.Shared.Notation;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Parses a class with <c>[ExternalTaskHandler]</c>.</summary>
internal static class HandlerParser
{
    /// <summary>The model, or null if the generator skips the type.</summary>
    public static HandlerModel? Parse(INamedTypeSymbol type, ParsingContext context)
    {
        // The compiler reports the attribute on another kind of type.
        if (type.TypeKind != TypeKind.Class
            || AttributeReader.Find(type, context.Symbols.HandlerAttribute, context.CancellationToken) is not { } attribute)
        {
            return null;
        }

        var typeModel = TypeShape.Parse(type, "ExternalTaskHandler", mustBeConcrete: true, context);
        var isFine = typeModel is not null & IsAccessible(type, context) & IsFree(type, context) & HasTopic(type, attribute, context);
        var constructor = HandlerConstructor.Parse(type, context);
        var method = HandleMethodParser.Parse(type, context);
        var filter = TopicFilterParser.Parse(type, attribute, context);
        var (codes, types) = ReportedErrors.Of(type, context);
        if (!isFine || constructor is not { } services || method is null || filter is null)
        {
            return null;
        }

        return new()
        {
            Type = typeModel! with { UsesObsolete = ObsoleteUses.IsIn(type, context) },
            IsObsolete = ObsoleteUses.IsObsoleteType(type, context),
            Topic = attribute.First,
            LockDuration = LockDuration(type, attribute, context),
            RetryCycle = RetryCycle(type, attribute, context),
            MaxConcurrency = MaxConcurrency(type, attribute, context),
            Filter = filter,
            DeserializeValues = DeserializeValues(type, method, attribute, context),
            Constructor = services,
            Method = method,
            ErrorCodes = codes,
            ErrorTypes = types,
        };
    }

    // The registration is outside of the handlers.
    private static bool IsAccessible(INamedTypeSymbol type, ParsingContext context)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                context.Report(DeclarationRules.HandlerNotAccessible, type, CSharpNames.Message(type));
                return false;
            }
        }

        return true;
    }

    private static bool IsFree(INamedTypeSymbol type, ParsingContext context)
    {
        if (!GeneratedParts.HasWrittenImplementation(type, context.Symbols.Handler, "DispatchAsync"))
        {
            return true;
        }

        context.Report(DeclarationRules.GeneratedMemberExists, type, CSharpNames.Message(type), "DispatchAsync");
        return false;
    }

    private static bool HasTopic(INamedTypeSymbol type, AttributeReader attribute, ParsingContext context)
    {
        if (attribute.First.Value is not { } topic)
        {
            return true;
        }

        if (string.IsNullOrWhiteSpace(topic))
        {
            context.Report(TopicRules.TopicBlank, attribute.FirstSyntax, type, CSharpNames.Message(type));
            return false;
        }

        if (topic.Trim() != topic)
        {
            context.Report(TopicRules.TopicPadded, attribute.FirstSyntax, type, topic);
        }

        return true;
    }

    private static TimeSpan? LockDuration(INamedTypeSymbol type, AttributeReader attribute, ParsingContext context)
    {
        if (attribute.Text("LockDuration")?.Value is not { } text)
        {
            return null;
        }

        if (!Iso8601Duration.TryParse(text, out var duration))
        {
            context.Report(ConfigurationRules.LockDurationInvalid, attribute.SyntaxOf("LockDuration"), type, text);
            return null;
        }

        if (duration <= TimeSpan.Zero)
        {
            context.Report(ConfigurationRules.LockDurationNotPositive, attribute.SyntaxOf("LockDuration"), type, text);
            return null;
        }

        return duration;
    }

    private static RetryCycleModel? RetryCycle(INamedTypeSymbol type, AttributeReader attribute, ParsingContext context)
    {
        if (attribute.Text("RetryCycle")?.Value is not { } text)
        {
            return null;
        }

        if (RetryCycleNotation.TryParse(text, out var intervals))
        {
            return new(intervals.ToEquatableArray());
        }

        context.Report(ErrorRules.RetryCycleInvalid, attribute.SyntaxOf("RetryCycle"), type, text);
        return null;
    }

    private static bool DeserializeValues(INamedTypeSymbol type, HandleMethodModel method, AttributeReader attribute, ParsingContext context)
    {
        var deserializes = attribute.Flag("DeserializeValues");
        if (deserializes && method.FetchesAllVariables)
        {
            context.Report(VariableRules.DeserializesAll, attribute.SyntaxOf("DeserializeValues"), type, CSharpNames.Message(type));
        }

        return deserializes;
    }

    private static int MaxConcurrency(INamedTypeSymbol type, AttributeReader attribute, ParsingContext context)
    {
        var limit = attribute.Number("MaxConcurrency");
        if (limit < 0)
        {
            context.Report(ConfigurationRules.MaxConcurrencyNegative, attribute.SyntaxOf("MaxConcurrency"), type, limit.ToString());
        }

        return Math.Max(0, limit);
    }
}
