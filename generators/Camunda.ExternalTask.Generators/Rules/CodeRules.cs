using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Rules;

/// <summary>Rules for the code of handlers, which compiles and is probably not what was meant.</summary>
internal static class CodeRules
{
    private static readonly RuleGroup Declaration = new("ExternalTask.Declaration");
    private static readonly RuleGroup Topic = new("ExternalTask.Topic");
    private static readonly RuleGroup Variables = new("ExternalTask.Variables");
    private static readonly RuleGroup Errors = new("ExternalTask.Errors");
    private static readonly RuleGroup Async = new("ExternalTask.Async");

    public static readonly DiagnosticDescriptor HandlerNotMarked = Declaration.Info(
        "CET1050",
        "Class looks like a handler",
        "'{0}' has the method '{1}' of a handler but no [ExternalTaskHandler], so it receives no tasks; add the attribute");

    public static readonly DiagnosticDescriptor InputIsOutput = Declaration.Info(
        "CET1051",
        "One type is input and output",
        "'{0}' is input and output, so each variable that is read is also written back; declare two types");

    public static readonly DiagnosticDescriptor TopicCaseDiffers = Topic.Info(
        "CET2050",
        "Topics differ only by case",
        "Topic '{0}' differs from topic '{1}' of '{2}' only by case, and the engine compares topics exactly; check the spelling", atEnd: true);

    public static readonly DiagnosticDescriptor TopicIsExpression = Topic.Warning(
        "CET2051",
        "Topic is an expression",
        "Topic '{0}' is an expression, which the engine evaluates only in a model, so the handler receives no tasks; write the topic that the expression returns");

    public static readonly DiagnosticDescriptor FiltersOverlap = Topic.Warning(
        "CET2052",
        "Filters of two handlers overlap",
        "Topic '{0}' of {1} is also handled by '{2}', so either handler can receive a task; let their filters exclude each other", atEnd: true);

    public static readonly DiagnosticDescriptor VariableNamePadded = Variables.Warning(
        "CET3050",
        "Variable name has leading or trailing white space",
        "The variable name '{1}' of '{0}' has leading or trailing white space, and the engine compares names exactly; trim the name");

    public static readonly DiagnosticDescriptor VariableNameReserved = Variables.Warning(
        "CET3051",
        "Variable name is reserved",
        "'{0}' is written to the variable '{1}', a name to which the engine gives another meaning, so expressions do not read the value; choose another name");

    public static readonly DiagnosticDescriptor VariableCaseDiffers = Variables.Info(
        "CET3052",
        "Variable names differ only by case",
        "The variable '{1}' of '{0}' differs from the variable '{3}' of '{2}' only by case, and both exist in the engine; check the spelling");

    public static readonly DiagnosticDescriptor OutcomeIgnored = Errors.Warning(
        "CET4050",
        "Outcome is ignored",
        "The {0} is created and ignored, so it does not reach the engine; return it");

    public static readonly DiagnosticDescriptor ExceptionSwallowed = Errors.Info(
        "CET4051",
        "Every exception is swallowed",
        "This catch clause handles every exception, and the task is completed afterwards; throw the exception again, or return an outcome");

    public static readonly DiagnosticDescriptor BlockingCall = Async.Warning(
        "CET5050",
        "Handler blocks a thread",
        "'{0}' blocks a thread while the handler waits; use await");

    public static readonly DiagnosticDescriptor TaskUnobserved = Async.Warning(
        "CET5051",
        "Handler does not wait for a task",
        "'{0}' continues after the task is completed, and its exceptions are lost; use await");

    public static readonly DiagnosticDescriptor TokenMissing = Async.Info(
        "CET5052",
        "Handler takes no cancellation token",
        "'{0}' takes no CancellationToken, so '{1}' continues when the worker stops or loses the task; add the parameter and pass it on");

    public static readonly DiagnosticDescriptor HandlerHasState = Async.Info(
        "CET5053",
        "Handler has mutable state",
        "'{0}' can change, but each task gets a new instance of '{1}', so the value is lost after the task; make it readonly, or move it to a service");
}
