using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Lists the variables an expression reads.</summary>
internal sealed class FreeVariableFinder
{
    /// <summary>Names every expression knows without a variable.</summary>
    private static readonly HashSet<string> Implicit = ["execution", "task", "externalTask", "caseExecution", "authenticatedUserId"];

    private readonly List<BpmnFreeVariable> _found = [];
    private readonly List<string> _guards = [];

    public static EquatableArray<BpmnFreeVariable> Find(ExpressionNode root)
    {
        var finder = new FreeVariableFinder();
        finder.Visit(root);
        return finder._found.ToEquatableArray();
    }

    private void Visit(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionIdentifier identifier:
                Add(identifier, isCalledOn: false);
                break;
            case ExpressionMember member:
                Visit(member.Target);
                break;
            case ExpressionIndex index:
                Visit(index.Target);
                Visit(index.Index);
                break;
            case ExpressionCall call:
                VisitCall(call);
                break;
            case ExpressionUnary unary:
                Visit(unary.Operand);
                break;
            case ExpressionBinary { Operator: ExpressionOperator.And } and:
                Visit(and.Left);
                Guarded(and.Left, and.Right);
                break;
            case ExpressionBinary binary:
                Visit(binary.Left);
                Visit(binary.Right);
                break;
            case ExpressionConditional conditional:
                Visit(conditional.Condition);
                Guarded(conditional.Condition, conditional.WhenTrue);
                Visit(conditional.WhenFalse);
                break;
            case ExpressionComposite composite:
                VisitAll(composite.Parts);
                break;
        }
    }

    private void VisitCall(ExpressionCall call)
    {
        if (call.Target is ExpressionMember member)
        {
            if (member.Target is ExpressionIdentifier receiver)
            {
                Add(receiver, isCalledOn: true);
            }
            else
            {
                Visit(member.Target);
            }
        }

        VisitAll(call.Arguments);
    }

    private void VisitAll(EquatableArray<ExpressionNode> nodes)
    {
        foreach (var node in nodes)
        {
            Visit(node);
        }
    }

    /// <summary>The right side runs only where the left one holds, so what the left one checks is there.</summary>
    private void Guarded(ExpressionNode condition, ExpressionNode guarded)
    {
        var before = _guards.Count;
        CollectGuards(condition);
        Visit(guarded);
        _guards.RemoveRange(before, _guards.Count - before);
    }

    private void CollectGuards(ExpressionNode condition)
    {
        if (condition is ExpressionBinary { Operator: ExpressionOperator.And } and)
        {
            CollectGuards(and.Left);
            CollectGuards(and.Right);
        }
        else if (condition is ExpressionCall { Target: ExpressionMember { Name: "hasVariable", Target: ExpressionIdentifier { Name: "execution" } } } call
            && call.Arguments.Count == 1
            && call.Arguments[0] is ExpressionLiteral { Value: string name })
        {
            _guards.Add(name);
        }
    }

    private void Add(ExpressionIdentifier identifier, bool isCalledOn)
    {
        if (Implicit.Contains(identifier.Name))
        {
            return;
        }

        var isGuarded = _guards.Contains(identifier.Name);
        var index = _found.FindIndex(found => found.Name == identifier.Name);
        if (index < 0)
        {
            _found.Add(new(identifier.Name, identifier.Offset, isCalledOn, isGuarded));
        }
        else
        {
            var known = _found[index];
            _found[index] = known with { IsOnlyCalledOn = known.IsOnlyCalledOn && isCalledOn, IsGuarded = known.IsGuarded && isGuarded };
        }
    }
}
