using System.Collections.Generic;
using System.Text;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>
/// A text in the engines' expression language (the Unified Expression Language of JUEL): plain, <c>${…}</c> or <c>#{…}</c>, or
/// mixed.
/// </summary>
internal sealed record BpmnExpression(string Text, ExpressionNode Root)
{
    /// <summary>Whether the text contains no expression.</summary>
    public bool IsText => Root is ExpressionLiteral && !BpmnText.IsExpression(Text);

    /// <summary>Parses a text; null if it is not valid, in which case the engines do not deploy it.</summary>
    public static BpmnExpression? TryParse(string text) => TryParse(text, out _);

    /// <param name="text">The text of an attribute or element.</param>
    /// <param name="problem">The problem and its offset in the text, or null.</param>
    public static BpmnExpression? TryParse(string text, out BpmnExpressionProblem? problem)
    {
        problem = null;
        try
        {
            return new(text, Parse(text));
        }
        catch (ExpressionSyntaxException exception)
        {
            problem = new(exception.Message, exception.Offset);
            return null;
        }
    }

    /// <summary>The names that the expression reads and does not define itself, each once, in the order of their appearance.</summary>
    public EquatableArray<BpmnFreeVariable> FreeVariables() => FreeVariableFinder.Find(Root);

    private static ExpressionNode Parse(string text)
    {
        var parts = new List<ExpressionNode>();
        var plain = new StringBuilder();
        var plainOffset = 0;
        var position = 0;
        while (position < text.Length)
        {
            if (IsOpening(text, position))
            {
                AddPlain();
                parts.Add(new ExpressionParser(text, position + 2).Parse(out position));
                plainOffset = position;
            }
            else
            {
                // \${ is a literal ${.
                if (text[position] == '\\' && IsOpening(text, position + 1))
                {
                    position++;
                }

                plain.Append(text[position++]);
            }
        }

        AddPlain();
        return parts.Count switch
        {
            0 => new ExpressionLiteral("", 0),
            1 => parts[0],
            _ => new ExpressionComposite(parts.ToEquatableArray(), 0),
        };

        void AddPlain()
        {
            if (plain.Length > 0)
            {
                parts.Add(new ExpressionLiteral(plain.ToString(), plainOffset));
                plain.Clear();
            }
        }
    }

    private static bool IsOpening(string text, int position) =>
        position + 1 < text.Length && text[position] is '$' or '#' && text[position + 1] == '{';
}
