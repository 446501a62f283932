using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>What can be wrong with the declaration of a handler, an input, an output or a BPMN error.</summary>
internal static class DeclarationRules
{
    public static readonly DiagnosticDescriptor TypeNotPartial = new(
        RuleIds.TypeNotPartial,
        "Type is not partial",
        "'{0}' has [{1}] but is not partial, so nothing is generated for it; add the partial modifier",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TypeNotPartial));

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = new(
        RuleIds.ContainingTypeNotPartial,
        "Containing type is not partial",
        "'{0}' is not partial, so nothing is generated for '{1}' in it; add the partial modifier to '{0}'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ContainingTypeNotPartial));

    public static readonly DiagnosticDescriptor TypeNotConcrete = new(
        RuleIds.TypeNotConcrete,
        "Type is abstract or static",
        "'{0}' has [{1}] but is {2}, so nothing is generated for it; generated code needs a type it can create",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TypeNotConcrete));

    public static readonly DiagnosticDescriptor TypeGeneric = new(
        RuleIds.TypeGeneric,
        "Type is generic",
        "'{0}' has [{1}] but it or a type around it is generic, so nothing is generated for it; declare a type without type parameters",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TypeGeneric));

    public static readonly DiagnosticDescriptor TypeNotExtensible = new(
        RuleIds.TypeNotExtensible,
        "Type cannot have a generated part",
        "'{0}' has [{1}] but it or a type around it is {2}, so nothing is generated for it; a generated part in another file is impossible",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.TypeNotExtensible));

    public static readonly DiagnosticDescriptor HandlerNotAccessible = new(
        RuleIds.HandlerNotAccessible,
        "Handler is not accessible",
        "'{0}' or a type around it is private or protected, so the generated registration cannot name it; make it internal or public",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandlerNotAccessible));

    public static readonly DiagnosticDescriptor GeneratedMemberExists = new(
        RuleIds.GeneratedMemberExists,
        "Generated member exists already",
        "'{0}' declares '{1}', which would be generated, so nothing is generated for it; remove or rename the member, or remove the attribute",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.GeneratedMemberExists));

    public static readonly DiagnosticDescriptor HandleMethodMissing = new(
        RuleIds.HandleMethodMissing,
        "Handle method is missing",
        "'{0}' has no method 'HandleAsync' or 'Handle', so nothing is generated for it; add one that takes the input and returns the output",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleMethodMissing));

    public static readonly DiagnosticDescriptor HandleMethodAmbiguous = new(
        RuleIds.HandleMethodAmbiguous,
        "Several handle methods",
        "'{0}' has {1} methods 'HandleAsync' or 'Handle', so nothing is generated for it; keep one and rename the others",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleMethodAmbiguous));

    public static readonly DiagnosticDescriptor HandleMethodGeneric = new(
        RuleIds.HandleMethodGeneric,
        "Handle method is generic",
        "'{0}' is generic, so nothing is generated for its handler; remove the type parameters",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleMethodGeneric));

    public static readonly DiagnosticDescriptor HandleReturnTypeUnsupported = new(
        RuleIds.HandleReturnTypeUnsupported,
        "Handle method returns what cannot be reported",
        "'{0}' returns '{1}', which cannot be reported to the engine; return nothing, a [TaskOutput] type, TaskOutcome, TaskOutcome<TOutput>, or a Task or ValueTask of these",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleReturnTypeUnsupported));

    public static readonly DiagnosticDescriptor HandleParameterUnsupported = new(
        RuleIds.HandleParameterUnsupported,
        "Handle method takes what cannot be given",
        "Nothing can be given for parameter '{0}' of type '{1}'; a handle method takes a [TaskInput] type, an ExternalTaskContext and a CancellationToken, services belong into the constructor",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandleParameterUnsupported));

    public static readonly DiagnosticDescriptor SeveralInputs = new(
        RuleIds.SeveralInputs,
        "Several inputs",
        "Parameter '{0}' of type '{1}' is a second input; a handle method takes one, put its properties into the first",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.SeveralInputs));

    public static readonly DiagnosticDescriptor SeveralContexts = new(
        RuleIds.SeveralContexts,
        "Several contexts",
        "Parameter '{0}' is a second ExternalTaskContext; a handle method takes one",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.SeveralContexts));

    public static readonly DiagnosticDescriptor SeveralCancellationTokens = new(
        RuleIds.SeveralCancellationTokens,
        "Several cancellation tokens",
        "Parameter '{0}' is a second CancellationToken; a handle method takes one, ExternalTaskContext.LockLost is the other that exists",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.SeveralCancellationTokens));

    public static readonly DiagnosticDescriptor InputTypeNotMarked = new(
        RuleIds.InputTypeNotMarked,
        "Input type lacks its attribute",
        "Type '{1}' of parameter '{0}' has no [TaskInput], so it cannot be read; add the attribute to it",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.InputTypeNotMarked));

    public static readonly DiagnosticDescriptor OutputTypeNotMarked = new(
        RuleIds.OutputTypeNotMarked,
        "Output type lacks its attribute",
        "Type '{1}', which '{0}' returns, has no [TaskOutput], so it cannot be written; add the attribute to it",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.OutputTypeNotMarked));

    public static readonly DiagnosticDescriptor ConstructorAmbiguous = new(
        RuleIds.ConstructorAmbiguous,
        "Constructor is ambiguous",
        "'{0}' has {1} constructors and none of them is the one to call, so nothing is generated for it; keep one, or one that is public or primary",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConstructorAmbiguous));

    public static readonly DiagnosticDescriptor ConstructorParameterUnsupported = new(
        RuleIds.ConstructorParameterUnsupported,
        "Constructor takes what no container can give",
        "No service can be given for parameter '{0}' of type '{1}'; take an interface or a class, or give the parameter a default",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ConstructorParameterUnsupported));

    public static readonly DiagnosticDescriptor HandlerMemberRequired = new(
        RuleIds.HandlerMemberRequired,
        "Handler has a required member",
        "'{0}' has the required member '{1}', which nobody sets; take it as a parameter of the constructor",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.HandlerMemberRequired));

    public static readonly DiagnosticDescriptor RegistrationNameInvalid = new(
        RuleIds.RegistrationNameInvalid,
        "Registration method has no C# name",
        "'{0}' is no name of a C# method, so the registration is internal and called 'AddHandlers'; give a name such as 'AddLoanHandlers'",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.RegistrationNameInvalid));

    public static readonly DiagnosticDescriptor NothingGenerated = new(
        RuleIds.NothingGenerated,
        "Nothing is generated for a type",
        "Nothing is generated for '{0}', because it depends on code that another generator writes and this one cannot see; write that code by hand, or put it into another project",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.NothingGenerated),
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
