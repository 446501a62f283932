using System;
using System.Collections.Immutable;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>The rule that says each of the parser's problems.</summary>
internal static class ProblemRules
{
    public static DiagnosticDescriptor Of(DeclarationProblem problem) => problem switch
    {
        DeclarationProblem.TypeNotPartial => DeclarationRules.TypeNotPartial,
        DeclarationProblem.ContainingTypeNotPartial => DeclarationRules.ContainingTypeNotPartial,
        DeclarationProblem.TypeGeneric => DeclarationRules.TypeGeneric,
        DeclarationProblem.TypeNotConcrete => DeclarationRules.TypeNotConcrete,
        DeclarationProblem.TypeNotExtensible => DeclarationRules.TypeNotExtensible,
        DeclarationProblem.HandlerNotAccessible => DeclarationRules.HandlerNotAccessible,
        DeclarationProblem.GeneratedMemberExists => DeclarationRules.GeneratedMemberExists,
        DeclarationProblem.HandleMethodMissing => DeclarationRules.HandleMethodMissing,
        DeclarationProblem.HandleMethodAmbiguous => DeclarationRules.HandleMethodAmbiguous,
        DeclarationProblem.HandleMethodGeneric => DeclarationRules.HandleMethodGeneric,
        DeclarationProblem.HandleReturnTypeUnsupported => DeclarationRules.HandleReturnTypeUnsupported,
        DeclarationProblem.HandleAsyncVoid => AsyncRules.HandleAsyncVoid,
        DeclarationProblem.HandleParameterUnsupported => DeclarationRules.HandleParameterUnsupported,
        DeclarationProblem.SeveralInputs => DeclarationRules.SeveralInputs,
        DeclarationProblem.SeveralContexts => DeclarationRules.SeveralContexts,
        DeclarationProblem.SeveralCancellationTokens => DeclarationRules.SeveralCancellationTokens,
        DeclarationProblem.InputTypeNotMarked => DeclarationRules.InputTypeNotMarked,
        DeclarationProblem.OutputTypeNotMarked => DeclarationRules.OutputTypeNotMarked,
        DeclarationProblem.ConstructorAmbiguous => DeclarationRules.ConstructorAmbiguous,
        DeclarationProblem.ConstructorParameterUnsupported => DeclarationRules.ConstructorParameterUnsupported,
        DeclarationProblem.ConstructorParameterUnmatched => VariableRules.ConstructorParameterUnmatched,
        DeclarationProblem.HandlerMemberRequired => DeclarationRules.HandlerMemberRequired,
        DeclarationProblem.TopicBlank => TopicRules.TopicBlank,
        DeclarationProblem.TopicPadded => TopicRules.TopicPadded,
        DeclarationProblem.LockDurationInvalid => ConfigurationRules.LockDurationInvalid,
        DeclarationProblem.LockDurationNotPositive => ConfigurationRules.LockDurationNotPositive,
        DeclarationProblem.RetryCycleInvalid => ErrorRules.RetryCycleInvalid,
        DeclarationProblem.MaxConcurrencyNegative => ConfigurationRules.MaxConcurrencyNegative,
        DeclarationProblem.FilterEmpty => TopicRules.FilterEmpty,
        DeclarationProblem.FilterContradicts => TopicRules.FilterContradicts,
        DeclarationProblem.TopicHandledTwice => TopicRules.TopicHandledTwice,
        DeclarationProblem.ErrorCodeBlank => ErrorRules.ErrorCodeBlank,
        DeclarationProblem.ReportedTypeNotError => ErrorRules.ReportedTypeNotError,
        DeclarationProblem.ErrorNotRecord => ErrorRules.ErrorNotRecord,
        DeclarationProblem.ErrorBaseTypeForeign => ErrorRules.ErrorBaseTypeForeign,
        DeclarationProblem.VariableTypeUnsupported => VariableRules.VariableTypeUnsupported,
        DeclarationProblem.FlagsEnumUnsupported => VariableRules.FlagsEnumUnsupported,
        DeclarationProblem.EnumTextAmbiguous => VariableRules.EnumTextAmbiguous,
        DeclarationProblem.OptionalNested => VariableRules.OptionalNested,
        DeclarationProblem.PropertyNotSettable => VariableRules.PropertyNotSettable,
        DeclarationProblem.PropertyNotReadable => VariableRules.PropertyNotReadable,
        DeclarationProblem.VariableNameDuplicate => VariableRules.VariableNameDuplicate,
        DeclarationProblem.VariableNameBlank => VariableRules.VariableNameBlank,
        DeclarationProblem.WrittenTypeInvalid => VariableRules.WrittenTypeInvalid,
        DeclarationProblem.ObjectTypeNameMissing => VariableRules.ObjectTypeNameMissing,
        DeclarationProblem.SettingWithoutEffect => VariableRules.SettingWithoutEffect,
        DeclarationProblem.ConverterInvalid => ConverterRules.ConverterInvalid,
        DeclarationProblem.ConverterNotAccessible => ConverterRules.ConverterNotAccessible,
        DeclarationProblem.ConverterGeneric => ConverterRules.ConverterGeneric,
        DeclarationProblem.ConverterAmbiguous => ConverterRules.ConverterAmbiguous,
        DeclarationProblem.DeserializesAll => VariableRules.DeserializesAll,
        DeclarationProblem.FactOnOutput => VariableRules.FactOnOutput,
        DeclarationProblem.FactTypeMismatch => VariableRules.FactTypeMismatch,
        DeclarationProblem.SourceAmbiguous => VariableRules.SourceAmbiguous,
        DeclarationProblem.ExtensionPropertyNameBlank => VariableRules.ExtensionPropertyNameBlank,
        DeclarationProblem.JsonContextMissing => JsonRules.JsonContextMissing,
        DeclarationProblem.JsonContextInvalid => JsonRules.JsonContextInvalid,
        DeclarationProblem.JsonContextNotAccessible => JsonRules.JsonContextNotAccessible,
        DeclarationProblem.JsonTypeNotRegistered => JsonRules.JsonTypeNotRegistered,
        DeclarationProblem.RegistrationNameInvalid => DeclarationRules.RegistrationNameInvalid,
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "No rule says this problem."),
    };

    /// <summary>All but some: what an analyzer reports that leaves these to others.</summary>
    public static ImmutableArray<DiagnosticDescriptor> AllBut(params DeclarationProblem[] others)
    {
        var rules = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();
        foreach (DeclarationProblem problem in Enum.GetValues(typeof(DeclarationProblem)))
        {
            if (Array.IndexOf(others, problem) < 0)
            {
                rules.Add(Of(problem));
            }
        }

        return rules.ToImmutable();
    }
}
