using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for the declaration of handlers, inputs, outputs and BPMN errors.</summary>
internal static class DeclarationRules
{
    private static readonly RuleGroup Group = new("ExternalTask.Declaration");

    public static IReadOnlyList<DiagnosticDescriptor> All => Group.Rules;

    public static readonly DiagnosticDescriptor TypeNotPartial = Group.Error(
        "CET1001",
        "Type is not partial",
        "'{0}' has [{1}] but is not partial, so the generator skips it; add the 'partial' modifier");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Group.Error(
        "CET1002",
        "Containing type is not partial",
        "'{0}' is not partial, so the generator skips the nested type '{1}'; add the 'partial' modifier to '{0}'");

    public static readonly DiagnosticDescriptor TypeNotConcrete = Group.Error(
        "CET1003",
        "Type is abstract or static",
        "'{0}' has [{1}] but is {2}, so the generator skips it; remove the '{2}' modifier, or use a type that can be instantiated");

    public static readonly DiagnosticDescriptor TypeGeneric = Group.Error(
        "CET1004",
        "Type is generic",
        "'{0}' has [{1}], but it or a containing type is generic, so the generator skips it; use a type without type parameters");

    public static readonly DiagnosticDescriptor TypeNotExtensible = Group.Error(
        "CET1005",
        "Type cannot have a generated part",
        "'{0}' has [{1}], but it or a containing type is {2}, so the generator skips it; use a type that can have a part in another file");

    public static readonly DiagnosticDescriptor HandlerNotAccessible = Group.Error(
        "CET1006",
        "Handler is not accessible",
        "'{0}' or a containing type is private or protected, so the generated registration cannot access it; make it internal or public");

    public static readonly DiagnosticDescriptor GeneratedMemberExists = Group.Error(
        "CET1007",
        "Member conflicts with generated code",
        "'{0}' declares '{1}', which the generator would declare, so the generator skips it; rename or remove the member, or "
        + "remove the attribute");

    public static readonly DiagnosticDescriptor HandleMethodMissing = Group.Error(
        "CET1008",
        "Handle method is missing",
        "'{0}' has no method 'HandleAsync' or 'Handle', so the generator skips it; add a method that takes the input and returns "
        + "the output");

    public static readonly DiagnosticDescriptor HandleMethodAmbiguous = Group.Error(
        "CET1009",
        "Handler has several handle methods",
        "'{0}' has {1} methods named 'HandleAsync' or 'Handle', so the generator skips it; keep one and rename the others");

    public static readonly DiagnosticDescriptor HandleMethodGeneric = Group.Error(
        "CET1010",
        "Handle method is generic",
        "Handle method '{0}' is generic, so the generator skips its handler; remove the type parameters");

    public static readonly DiagnosticDescriptor HandleReturnTypeUnsupported = Group.Error(
        "CET1011",
        "Handle method has an unsupported return type",
        "'{0}' returns '{1}', which is not a supported return type; return void, a [TaskOutput] type, TaskOutcome, "
        + "TaskOutcome<TOutput>, or a Task or ValueTask of one of these");

    public static readonly DiagnosticDescriptor HandleParameterUnsupported = Group.Error(
        "CET1012",
        "Handle method has an unsupported parameter type",
        "Parameter '{0}' has the unsupported type '{1}'; use a [TaskInput] type, an ExternalTaskContext or a CancellationToken, "
        + "and inject services through the constructor");

    public static readonly DiagnosticDescriptor SeveralInputs = Group.Error(
        "CET1013",
        "Handle method has several inputs",
        "Parameter '{0}' of type '{1}' is a second input; move its properties to the first input and remove the parameter");

    public static readonly DiagnosticDescriptor SeveralContexts = Group.Error(
        "CET1014",
        "Handle method has several contexts",
        "Parameter '{0}' is a second ExternalTaskContext; remove it and use the first");

    public static readonly DiagnosticDescriptor SeveralCancellationTokens = Group.Error(
        "CET1015",
        "Handle method has several cancellation tokens",
        "Parameter '{0}' is a second CancellationToken; remove it and use the first, or use ExternalTaskContext.LockLost to "
        + "detect a lost lock");

    public static readonly DiagnosticDescriptor InputTypeNotMarked = Group.Error(
        "CET1016",
        "Input type lacks [TaskInput]",
        "Parameter '{0}' has type '{1}', which does not have [TaskInput]; add the attribute to the type");

    public static readonly DiagnosticDescriptor OutputTypeNotMarked = Group.Error(
        "CET1017",
        "Output type lacks [TaskOutput]",
        "'{0}' returns '{1}', which does not have [TaskOutput]; add the attribute to the type");

    public static readonly DiagnosticDescriptor ConstructorAmbiguous = Group.Error(
        "CET1018",
        "Constructor is ambiguous",
        "'{0}' has {1} constructors and the generator cannot choose one, so the generator skips it; keep one, or make one of "
        + "them the only public or the primary one");

    public static readonly DiagnosticDescriptor ConstructorParameterUnsupported = Group.Error(
        "CET1019",
        "Constructor parameter cannot be resolved",
        "Parameter '{0}' has type '{1}', which the service container cannot resolve; use an interface or a class, or add a default value");

    public static readonly DiagnosticDescriptor HandlerMemberRequired = Group.Error(
        "CET1020",
        "Handler has a required member",
        "'{0}' has the required member '{1}', which the service container does not set; replace it with a constructor parameter");

    public static readonly DiagnosticDescriptor RegistrationNameInvalid = Group.Error(
        "CET1021",
        "Name of the registration method is invalid",
        "'{0}' is not a valid name for a C# method; use a name such as 'AddLoanHandlers'");

    public static readonly DiagnosticDescriptor NothingGenerated = Group.Error(
        "CET1022",
        "No code is generated for a type",
        "The generator skips '{0}' because the type depends on code that another generator writes; write that code by hand, or "
        + "move it to another project", atEnd: true);

    public static readonly DiagnosticDescriptor ProcessNameBlank = Group.Error(
        "CET1030",
        "Name of a process, message or signal is blank",
        "The name in [{1}] of '{0}' is blank; write the id of the process, or the name of the message or signal, as in the model");

    public static readonly DiagnosticDescriptor CorrelationKeyInvalid = Group.Error(
        "CET1031",
        "Correlation key is invalid",
        "Property '{0}' cannot be a correlation key because {1}; {2}");
}
