using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>A node of an expression's tree. The offset counts from the start of the whole text.</summary>
internal abstract record ExpressionNode(int Offset);

/// <summary>A string, long, double, bool or null.</summary>
internal sealed record ExpressionLiteral(object? Value, int Offset) : ExpressionNode(Offset);

internal sealed record ExpressionIdentifier(string Name, int Offset) : ExpressionNode(Offset);

/// <summary><c>target.name</c></summary>
internal sealed record ExpressionMember(ExpressionNode Target, string Name, int Offset) : ExpressionNode(Offset);

/// <summary><c>target[index]</c></summary>
internal sealed record ExpressionIndex(ExpressionNode Target, ExpressionNode Index, int Offset) : ExpressionNode(Offset);

/// <summary>A method call if the target is a member, a function call if it is an identifier.</summary>
internal sealed record ExpressionCall(ExpressionNode Target, EquatableArray<ExpressionNode> Arguments, int Offset) : ExpressionNode(Offset);

internal sealed record ExpressionUnary(ExpressionOperator Operator, ExpressionNode Operand, int Offset) : ExpressionNode(Offset);

internal sealed record ExpressionBinary(ExpressionOperator Operator, ExpressionNode Left, ExpressionNode Right, int Offset) : ExpressionNode(Offset);

/// <summary><c>condition ? whenTrue : whenFalse</c></summary>
internal sealed record ExpressionConditional(ExpressionNode Condition, ExpressionNode WhenTrue, ExpressionNode WhenFalse, int Offset)
    : ExpressionNode(Offset);

/// <summary>Text with expressions in it; its value is always a string.</summary>
internal sealed record ExpressionComposite(EquatableArray<ExpressionNode> Parts, int Offset) : ExpressionNode(Offset);
