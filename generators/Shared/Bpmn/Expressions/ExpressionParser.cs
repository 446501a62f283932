using System.Collections.Generic;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Parses one <c>${…}</c> by JUEL's grammar, weakest operator first.</summary>
internal sealed class ExpressionParser
{
    // Deeper nesting is not realistic, and the recursion must not overflow the compiler's stack.
    private const int MaxDepth = 200;

    private static readonly (string Symbol, ExpressionOperator Operator)[][] Levels =
    [
        [("||", ExpressionOperator.Or)],
        [("&&", ExpressionOperator.And)],
        [("==", ExpressionOperator.Equal), ("!=", ExpressionOperator.NotEqual)],
        [("<", ExpressionOperator.Less), ("<=", ExpressionOperator.LessOrEqual), (">", ExpressionOperator.Greater), (">=", ExpressionOperator.GreaterOrEqual)],
        [("+", ExpressionOperator.Add), ("-", ExpressionOperator.Subtract)],
        [("*", ExpressionOperator.Multiply), ("/", ExpressionOperator.Divide), ("%", ExpressionOperator.Remainder)],
    ];

    private readonly ExpressionLexer _lexer;
    private ExpressionToken _token;
    private int _depth;

    public ExpressionParser(string text, int start)
    {
        _lexer = new(text, start);
        _token = _lexer.Next();
    }

    /// <summary>Reads up to the closing brace and returns the position after it.</summary>
    public ExpressionNode Parse(out int end)
    {
        var node = Conditional();
        if (!Is("}"))
        {
            throw Unexpected();
        }

        end = _token.Offset + 1;
        return node;
    }

    private ExpressionNode Conditional()
    {
        if (++_depth > MaxDepth)
        {
            throw new ExpressionSyntaxException("The expression is nested too deeply.", _token.Offset);
        }

        var condition = Binary(0);
        if (Take("?"))
        {
            var whenTrue = Conditional();
            Expect(":");
            condition = new ExpressionConditional(condition, whenTrue, Conditional(), condition.Offset);
        }

        _depth--;
        return condition;
    }

    private ExpressionNode Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (OperatorOf(level) is { } found)
        {
            Advance();
            left = new ExpressionBinary(found, left, Binary(level + 1), left.Offset);
        }

        return left;
    }

    private ExpressionOperator? OperatorOf(int level)
    {
        foreach (var (symbol, found) in Levels[level])
        {
            if (Is(symbol))
            {
                return found;
            }
        }

        return null;
    }

    private ExpressionNode Unary()
    {
        var offset = _token.Offset;
        ExpressionOperator? prefix = Take("!") ? ExpressionOperator.Not
            : Take("-") ? ExpressionOperator.Negate
            : Take("empty") ? ExpressionOperator.Empty
            : null;
        if (prefix is null)
        {
            return Value();
        }

        if (++_depth > MaxDepth)
        {
            throw new ExpressionSyntaxException("The expression is nested too deeply.", offset);
        }

        var operand = Unary();
        _depth--;
        return new ExpressionUnary(prefix.Value, operand, offset);
    }

    private ExpressionNode Value()
    {
        var node = Primary();
        while (true)
        {
            if (Take("."))
            {
                node = new ExpressionMember(node, Identifier(), node.Offset);
            }
            else if (Take("["))
            {
                node = new ExpressionIndex(node, Conditional(), node.Offset);
                Expect("]");
            }
            else if (node is ExpressionMember or ExpressionIdentifier && Take("("))
            {
                node = new ExpressionCall(node, Arguments(), node.Offset);
            }
            else
            {
                return node;
            }
        }
    }

    private ExpressionNode Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case ExpressionTokenKind.Literal:
                Advance();
                return new ExpressionLiteral(token.Value, token.Offset);
            case ExpressionTokenKind.Identifier:
                Advance();
                return new ExpressionIdentifier(Qualified(token.Text), token.Offset);
        }

        if (!Take("("))
        {
            throw Unexpected();
        }

        var inner = Conditional();
        Expect(")");
        return inner;
    }

    /// <summary><c>prefix:name(</c> is a function; any other colon belongs to a conditional.</summary>
    private string Qualified(string name)
    {
        if (!Is(":") || !_lexer.IsFunctionAhead())
        {
            return name;
        }

        Advance();
        return name + ":" + Identifier();
    }

    private EquatableArray<ExpressionNode> Arguments()
    {
        var arguments = new List<ExpressionNode>();
        if (!Is(")"))
        {
            do
            {
                arguments.Add(Conditional());
            }
            while (Take(","));
        }

        Expect(")");
        return arguments.ToEquatableArray();
    }

    private string Identifier()
    {
        if (_token.Kind != ExpressionTokenKind.Identifier)
        {
            throw Unexpected();
        }

        var name = _token.Text;
        Advance();
        return name;
    }

    private bool Is(string symbol) => _token.Kind == ExpressionTokenKind.Symbol && _token.Text == symbol;

    private bool Take(string symbol)
    {
        if (!Is(symbol))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(string symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected();
        }
    }

    private void Advance() => _token = _lexer.Next();

    private ExpressionSyntaxException Unexpected() => new(
        _token.Kind == ExpressionTokenKind.End ? "The expression is not closed." : $"Unexpected '{_token.Text}'.",
        _token.Offset);
}
