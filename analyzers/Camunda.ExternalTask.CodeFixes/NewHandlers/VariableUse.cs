using System.Collections.Generic;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>A variable that an expression reads, with the type that the expression suggests.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Type">The C# type, or null if every type fits.</param>
internal sealed record VariableUse(string Name, string? Type)
{
    // Names that the engine itself provides, or that no variable of a handler can have.
    private static readonly HashSet<string> Implicit =
    [
        "execution", "task", "externalTask", "caseExecution", "authenticatedUserId", "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances",
    ];

    /// <summary>The variables that a text reads.</summary>
    public static IEnumerable<VariableUse> In(string? text, bool isCondition)
    {
        if (text is null || !BpmnText.IsExpression(text) || BpmnExpression.TryParse(text) is not { } expression)
        {
            return [];
        }

        // A name on which only methods are called may be a bean of the engine.
        var names = new HashSet<string>(expression.FreeVariables().Where(static name => !name.IsOnlyCalledOn && !name.IsGuarded).Select(static name => name.Name));
        return In(expression.Root, isCondition ? VariableCode.Boolean : null).Where(use => names.Contains(use.Name) && !Implicit.Contains(use.Name));
    }

    /// <summary>The type that fits all uses; text if they contradict each other or say nothing.</summary>
    public static string TypeOf(IEnumerable<VariableUse> uses)
    {
        var types = uses.Select(static use => use.Type).OfType<string>().Distinct().ToList();
        return types.Count == 1 ? types[0]
            : types.Count == 2 && types.Contains(VariableCode.Long) && types.Contains(VariableCode.Double) ? VariableCode.Double
            : VariableCode.Text;
    }

    private static IEnumerable<VariableUse> In(ExpressionNode node, string? type) => node switch
    {
        ExpressionIdentifier identifier => [new(identifier.Name, type)],
        ExpressionMember member => In(member.Target, VariableCode.Json),
        ExpressionIndex index => In(index.Target, VariableCode.Json).Concat(In(index.Index, null)),
        ExpressionCall { Target: ExpressionMember member } call => In(member.Target, null).Concat(call.Arguments.SelectMany(static argument => In(argument, null))),
        ExpressionCall call => call.Arguments.SelectMany(static argument => In(argument, null)),
        ExpressionUnary unary => In(unary.Operand, unary.Operator switch
        {
            ExpressionOperator.Not => VariableCode.Boolean,
            ExpressionOperator.Negate => VariableCode.Double,
            _ => null,
        }),
        ExpressionBinary binary => InBinary(binary),
        ExpressionConditional conditional => In(conditional.Condition, VariableCode.Boolean).Concat(In(conditional.WhenTrue, type)).Concat(In(conditional.WhenFalse, type)),
        ExpressionComposite composite => composite.Parts.SelectMany(static part => In(part, null)),
        _ => [],
    };

    private static IEnumerable<VariableUse> InBinary(ExpressionBinary binary) => binary.Operator switch
    {
        ExpressionOperator.And or ExpressionOperator.Or => In(binary.Left, VariableCode.Boolean).Concat(In(binary.Right, VariableCode.Boolean)),
        ExpressionOperator.Equal or ExpressionOperator.NotEqual => In(binary.Left, TypeOf(binary.Right)).Concat(In(binary.Right, TypeOf(binary.Left))),
        ExpressionOperator.Less or ExpressionOperator.LessOrEqual or ExpressionOperator.Greater or ExpressionOperator.GreaterOrEqual =>
            In(binary.Left, TypeOf(binary.Right) ?? VariableCode.Double).Concat(In(binary.Right, TypeOf(binary.Left) ?? VariableCode.Double)),
        _ => In(binary.Left, VariableCode.Double).Concat(In(binary.Right, VariableCode.Double)),
    };

    private static string? TypeOf(ExpressionNode node) => node switch
    {
        ExpressionLiteral { Value: bool } => VariableCode.Boolean,
        ExpressionLiteral { Value: string } => VariableCode.Text,
        ExpressionLiteral { Value: long } => VariableCode.Long,
        ExpressionLiteral { Value: double } => VariableCode.Double,
        _ => null,
    };
}
