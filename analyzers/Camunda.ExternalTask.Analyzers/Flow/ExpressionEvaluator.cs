using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>Evaluates expressions over what is known about variables.</summary>
/// <remarks>
/// The engine's expression language fails on a name that is no variable and no bean, also within <c>== null</c> and <c>empty</c>. A name
/// on which only members are accessed may be a bean, so nothing is claimed about it.
/// </remarks>
internal sealed class ExpressionEvaluator(FlowState state)
{
    private static readonly HashSet<string> Implicit = ["execution", "task", "externalTask", "caseExecution", "authenticatedUserId"];

    public ExpressionResult Evaluate(ExpressionNode node) => node switch
    {
        ExpressionLiteral literal => ExpressionResult.Of(FactOf(literal.Value)),
        ExpressionIdentifier identifier => Read(identifier),
        ExpressionUnary unary => EvaluateUnary(unary),
        ExpressionBinary binary => EvaluateBinary(binary),
        ExpressionConditional conditional => EvaluateConditional(conditional),
        ExpressionComposite composite => EvaluateAll(composite.Parts, ExpressionResult.Of(VariableFact.Of(VariableTypes.String))),
        ExpressionIndex index => EvaluateAll([index.Index], ExpressionResult.Opaque),
        ExpressionCall call => EvaluateCall(call),
        _ => ExpressionResult.Opaque,
    };

    private static VariableFact FactOf(object? value) => value switch
    {
        null => VariableFact.Null,
        bool flag => new(Presence.Present, VariableTypes.Boolean, new([flag ? "true" : "false"])),
        string text => VariableFact.Text(text),
        long number => new(Presence.Present, VariableTypes.Integer, new([number.ToString(CultureInfo.InvariantCulture)])),
        double => VariableFact.Of(VariableTypes.Double),
        _ => VariableFact.Anything,
    };

    private ExpressionResult Read(ExpressionIdentifier identifier)
    {
        if (Implicit.Contains(identifier.Name))
        {
            return ExpressionResult.Opaque;
        }

        var fact = state.Read(identifier.Name);
        return fact.Presence switch
        {
            Presence.Absent => ExpressionResult.Fails(identifier.Name, identifier.Offset),
            Presence.Present => ExpressionResult.Of(fact),
            // Whoever writes it can write either value.
            _ => ExpressionResult.Of(VariableFact.Anything),
        };
    }

    private ExpressionResult EvaluateUnary(ExpressionUnary unary)
    {
        var operand = Evaluate(unary.Operand);
        if (operand.AlwaysFails)
        {
            return operand;
        }

        return unary.Operator switch
        {
            ExpressionOperator.Not => Negate(operand).After(operand),
            ExpressionOperator.Empty => ExpressionResult.AnyBoolean.After(operand),
            _ => ExpressionResult.Of(VariableFact.Of(VariableTypes.Integer | VariableTypes.Double)).After(operand),
        };
    }

    private static ExpressionResult Negate(ExpressionResult operand)
    {
        if (operand.Can(ExpressionOutcomes.Opaque))
        {
            return ExpressionResult.Opaque;
        }

        // Null and every text but "true" become false before the negation.
        var canBeTrue = operand.Can(ExpressionOutcomes.False | ExpressionOutcomes.Null | ExpressionOutcomes.Value);
        var canBeFalse = operand.Can(ExpressionOutcomes.True | ExpressionOutcomes.Value);
        return OfFlags(canBeTrue, canBeFalse);
    }

    private ExpressionResult EvaluateBinary(ExpressionBinary binary)
    {
        var left = Evaluate(binary.Left);
        if (left.AlwaysFails)
        {
            return left;
        }

        switch (binary.Operator)
        {
            case ExpressionOperator.And:
                return EvaluateLogical(left, binary.Right, decisive: ExpressionOutcomes.False);
            case ExpressionOperator.Or:
                return EvaluateLogical(left, binary.Right, decisive: ExpressionOutcomes.True);
        }

        var right = Evaluate(binary.Right);
        var missing = right.After(left);
        if (right.AlwaysFails)
        {
            return missing;
        }

        return (binary.Operator switch
        {
            ExpressionOperator.Equal => Compare(left, right, negated: false),
            ExpressionOperator.NotEqual => Compare(left, right, negated: true),
            ExpressionOperator.Less or ExpressionOperator.LessOrEqual or ExpressionOperator.Greater or ExpressionOperator.GreaterOrEqual =>
                Order(left, right),
            _ => ExpressionResult.Of(VariableFact.Of(VariableTypes.Integer | VariableTypes.Double)),
        }) with { Missing = missing.Missing };
    }

    private ExpressionResult EvaluateLogical(ExpressionResult left, ExpressionNode rightNode, ExpressionOutcomes decisive)
    {
        var right = Evaluate(rightNode);
        if (left.Can(ExpressionOutcomes.Opaque | ExpressionOutcomes.Value | ExpressionOutcomes.Null))
        {
            // Whether the right side is evaluated is not known.
            return ExpressionResult.Opaque.After(left);
        }

        var other = decisive == ExpressionOutcomes.False ? ExpressionOutcomes.True : ExpressionOutcomes.False;
        if (!left.Can(other))
        {
            return OfFlags(decisive == ExpressionOutcomes.True, decisive == ExpressionOutcomes.False).After(left);
        }

        if (right.Can(ExpressionOutcomes.Opaque | ExpressionOutcomes.Value | ExpressionOutcomes.Null))
        {
            return (ExpressionResult.Opaque with { Missing = right.Missing }).After(left);
        }

        var outcomes = right.Outcomes | (left.Outcomes & decisive);
        return new ExpressionResult(outcomes, VariableFact.Of(VariableTypes.Boolean), right.Missing).After(left);
    }

    private static ExpressionResult Compare(ExpressionResult left, ExpressionResult right, bool negated)
    {
        if (left.Can(ExpressionOutcomes.Opaque) || right.Can(ExpressionOutcomes.Opaque))
        {
            return ExpressionResult.Opaque;
        }

        var (one, other) = (left.Fact, right.Fact);
        if (one.Types == other.Types && one.Values.Count > 0 && other.Values.Count > 0)
        {
            var canBeEqual = one.Values.Any(value => other.Values.Contains(value));
            var canDiffer = one.Values.Count > 1 || other.Values.Count > 1 || !canBeEqual;
            return negated ? OfFlags(canDiffer, canBeEqual) : OfFlags(canBeEqual, canDiffer);
        }

        if (one.Types == VariableTypes.Null || other.Types == VariableTypes.Null)
        {
            var tested = one.Types == VariableTypes.Null ? other : one;
            var canBeNull = (tested.Types & VariableTypes.Null) != 0;
            var canBeOther = tested.Types != VariableTypes.Null;
            return negated ? OfFlags(canBeOther, canBeNull) : OfFlags(canBeNull, canBeOther);
        }

        // Free only if one side is a fixed value: two variables may depend on each other.
        return one.Values.Count == 1 || other.Values.Count == 1 ? ExpressionResult.AnyBoolean : ExpressionResult.Opaque;
    }

    private static ExpressionResult Order(ExpressionResult left, ExpressionResult right)
    {
        var isFree = IsFixed(left) != IsFixed(right) && !left.Can(ExpressionOutcomes.Opaque) && !right.Can(ExpressionOutcomes.Opaque);
        return isFree ? ExpressionResult.AnyBoolean : ExpressionResult.Opaque;

        static bool IsFixed(ExpressionResult result) => result.Fact.Values.Count == 1 || result.Fact.Types == VariableTypes.Double;
    }

    private ExpressionResult EvaluateConditional(ExpressionConditional conditional)
    {
        var condition = Evaluate(conditional.Condition);
        if (condition.AlwaysFails || condition.Can(ExpressionOutcomes.Opaque | ExpressionOutcomes.Value | ExpressionOutcomes.Null))
        {
            return condition.AlwaysFails ? condition : ExpressionResult.Opaque.After(condition);
        }

        var whenTrue = condition.Can(ExpressionOutcomes.True) ? Evaluate(conditional.WhenTrue) : null;
        var whenFalse = condition.Can(ExpressionOutcomes.False) ? Evaluate(conditional.WhenFalse) : null;
        if (whenTrue is null || whenFalse is null)
        {
            return (whenTrue ?? whenFalse ?? ExpressionResult.Opaque).After(condition);
        }

        var fact = whenTrue.Fact == whenFalse.Fact ? whenTrue.Fact : VariableFact.Of(whenTrue.Fact.Types | whenFalse.Fact.Types);
        return new ExpressionResult(whenTrue.Outcomes | whenFalse.Outcomes, fact, [.. whenTrue.Missing, .. whenFalse.Missing]).After(condition);
    }

    private ExpressionResult EvaluateCall(ExpressionCall call)
    {
        if (call is { Target: ExpressionMember { Target: ExpressionIdentifier { Name: "execution" }, Name: var method }, Arguments: { Count: 1 } arguments }
            && arguments[0] is ExpressionLiteral { Value: string name })
        {
            var fact = state.Read(name);
            switch (method)
            {
                case "hasVariable":
                    return fact.Presence == Presence.Unknown ? ExpressionResult.AnyBoolean : OfFlags(fact.IsPresent, fact.IsAbsent);
                case "getVariable":
                    return fact.IsAbsent ? ExpressionResult.Of(VariableFact.Null) : ExpressionResult.Of(fact.IsPresent ? fact : VariableFact.Anything);
            }
        }

        return EvaluateAll(call.Arguments, ExpressionResult.Opaque);
    }

    private ExpressionResult EvaluateAll(IEnumerable<ExpressionNode> nodes, ExpressionResult result)
    {
        var before = ExpressionResult.Opaque;
        foreach (var node in nodes)
        {
            before = Evaluate(node).After(before);
            if (before.AlwaysFails)
            {
                return before;
            }
        }

        return result.After(before);
    }

    private static ExpressionResult OfFlags(bool canBeTrue, bool canBeFalse)
    {
        var values = canBeTrue && canBeFalse ? default : new Camunda.ExternalTask.Shared.EquatableArray<string>([canBeTrue ? "true" : "false"]);
        return ExpressionResult.Of(new(Presence.Present, VariableTypes.Boolean, values));
    }
}
