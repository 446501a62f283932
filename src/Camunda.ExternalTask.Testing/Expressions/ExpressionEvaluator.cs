using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Expressions;

/// <summary>Evaluates expressions as the engine's JUEL does.</summary>
internal sealed class ExpressionEvaluator(IExpressionScope scope)
{
    /// <returns>A plain value, null, or an <see cref="EngineValue"/> that is opaque to expressions.</returns>
    /// <exception cref="EngineRequestException">The expression failed.</exception>
    public object? Evaluate(BpmnExpression expression)
    {
        try
        {
            return Evaluate(expression.Root);
        }
        catch (ExpressionException exception)
        {
            var problem = exception.IsUnknownName ? "Unknown property used in expression" : "Error while evaluating expression";
            throw EngineErrors.Failed($"{problem}: {expression.Text}. Cause: {exception.Message}");
        }
    }

    /// <summary>Evaluates a condition, which must return a Boolean.</summary>
    /// <exception cref="EngineRequestException">The expression failed or returned another type.</exception>
    public bool EvaluateCondition(BpmnExpression expression) => Evaluate(expression) switch
    {
        bool result => result,
        null => throw EngineErrors.NullValue("condition expression returns null: result is null"),
        var other => throw EngineErrors.Failed(
            $"condition expression returns non-Boolean: result has class {ExpressionTexts.JavaClass(other)} and not java.lang.Boolean"),
    };

    private object? Evaluate(ExpressionNode node) => node switch
    {
        ExpressionLiteral literal => literal.Value,
        ExpressionIdentifier identifier => Identifier(identifier.Name),
        ExpressionMember member => Member(member),
        ExpressionIndex index => Property(Evaluate(index.Target), Evaluate(index.Index)),
        ExpressionCall call => Call(call),
        ExpressionUnary unary => Unary(unary),
        ExpressionBinary binary => Binary(binary),
        ExpressionConditional conditional => Evaluate(IsTrue(conditional.Condition) ? conditional.WhenTrue : conditional.WhenFalse),
        ExpressionComposite composite => string.Concat(composite.Parts.Select(part => ExpressionTexts.Show(Evaluate(part)))),
        _ => throw new ExpressionException($"'{node.GetType().Name}' cannot be evaluated."),
    };

    private object? Identifier(string name) =>
        scope.TryGetVariable(name, out var value)
            ? value
            : throw new ExpressionException($"Cannot resolve identifier '{name}'", isUnknownName: true);

    private object? Member(ExpressionMember member)
    {
        if (member.Target is not ExpressionIdentifier { Name: "execution" or "externalTask" } owner)
        {
            return Property(Evaluate(member.Target), member.Name);
        }

        return scope.TryGetProperty(owner.Name, member.Name, out var value)
            ? value
            : throw new ExpressionException($"The engine in memory does not support '{owner.Name}.{member.Name}'.", isUnknownName: true);
    }

    private object? Call(ExpressionCall call)
    {
        var arguments = call.Arguments.Select(Evaluate).ToArray();
        return call.Target switch
        {
            ExpressionIdentifier { Name: "now" or "dateTime" } when arguments is [] => scope.Now,
            ExpressionIdentifier { Name: "currentUser" } when arguments is [] => null,
            ExpressionIdentifier { Name: "currentUserGroups" } when arguments is [] => new System.Text.Json.Nodes.JsonArray(),
            ExpressionIdentifier { Name: "S" or "JSON" } when arguments is [var json] => ExpressionCollections.JsonOf(json),
            ExpressionMember { Target: ExpressionIdentifier { Name: "execution" } } method => ExecutionMethod(method.Name, arguments),
            ExpressionMember method => ExpressionMethods.Call(Evaluate(method.Target), method.Name, arguments),
            ExpressionIdentifier function =>
                throw new ExpressionException($"Could not resolve function '{function.Name}'", isUnknownName: true),
            _ => throw new ExpressionException("Only methods and functions can be called."),
        };
    }

    private object? ExecutionMethod(string name, object?[] arguments)
    {
        switch (name, arguments)
        {
            case ("hasVariable", [string variable]):
                return scope.TryGetVariable(variable, out _);
            case ("getVariable", [string variable]):
                scope.TryGetVariable(variable, out var found);
                return found;
            case ("getVariableTyped", [string variable]):
                return scope.GetTyped(variable);
            case ("getVariableTyped", [string variable, bool]):
                return scope.GetTyped(variable);
            case ("setVariable", [string variable, var value]):
                scope.SetVariable(variable, value);
                return null;
            case (['g', 'e', 't', var first, .. var rest], [])
                when scope.TryGetProperty("execution", char.ToLowerInvariant(first) + rest, out var property):
                return property;
            default:
                throw new ExpressionException(
                    $"The engine in memory does not support the method 'execution.{name}' with {arguments.Length} arguments.");
        }
    }

    private object? Unary(ExpressionUnary unary)
    {
        var operand = Evaluate(unary.Operand);
        return unary.Operator switch
        {
            ExpressionOperator.Not => !ExpressionComparisons.ToBoolean(operand),
            ExpressionOperator.Empty => ExpressionComparisons.IsEmpty(operand),
            _ => ExpressionNumbers.Negate(operand),
        };
    }

    private object? Binary(ExpressionBinary binary) => binary.Operator switch
    {
        ExpressionOperator.And => IsTrue(binary.Left) && IsTrue(binary.Right),
        ExpressionOperator.Or => IsTrue(binary.Left) || IsTrue(binary.Right),
        >= ExpressionOperator.Add => ExpressionNumbers.Compute(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
        _ => ExpressionComparisons.Compare(binary.Operator, Evaluate(binary.Left), Evaluate(binary.Right)),
    };

    private bool IsTrue(ExpressionNode node) => ExpressionComparisons.ToBoolean(Evaluate(node));

    private static object? Property(object? target, object? key) => ExpressionCollections.TryGet(target, key, out var value)
        ? value
        : throw NoProperty(ExpressionTexts.Show(key), target);

    private static ExpressionException NoProperty(string name, object? target) => new(
        $"The class '{ExpressionTexts.JavaClass(target)}' does not have the property '{name}'.",
        isUnknownName: true);
}
