namespace Camunda.ExternalTask.Bpmn;

internal enum ExpressionOperator
{
    Not,
    Negate,
    Empty,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}
