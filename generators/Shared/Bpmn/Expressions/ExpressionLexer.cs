using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Bpmn;

/// <summary>Splits the content of <c>${…}</c> into tokens.</summary>
internal sealed class ExpressionLexer(string text, int start)
{
    private static readonly string[] Symbols =
        ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]", ".", ",", "}"];

    private int _position = start;

    /// <summary>Whether a name and an opening parenthesis follow, as behind the colon of <c>prefix:name(</c>; JUEL decides in the same way.</summary>
    public bool IsFunctionAhead()
    {
        var begin = AfterWhitespace(_position);
        var position = begin;
        while (position < text.Length && (IsIdentifierStart(text[position]) || IsDigit(text[position])))
        {
            position++;
        }

        var end = AfterWhitespace(position);
        return position > begin && end < text.Length && text[end] == '(';
    }

    public ExpressionToken Next()
    {
        _position = AfterWhitespace(_position);
        if (_position >= text.Length)
        {
            return new(ExpressionTokenKind.End, "", null, _position);
        }

        var character = text[_position];
        if (IsDigit(character) || (character == '.' && _position + 1 < text.Length && IsDigit(text[_position + 1])))
        {
            return Number();
        }

        if (character is '\'' or '"')
        {
            return Quoted(character);
        }

        return IsIdentifierStart(character) ? Word() : Symbol();
    }

    private ExpressionToken Number()
    {
        var begin = _position;
        var isDouble = false;
        SkipDigits();
        if (Current == '.')
        {
            isDouble = true;
            _position++;
            SkipDigits();
        }

        if (Current is 'e' or 'E')
        {
            isDouble = true;
            _position++;
            if (Current is '+' or '-')
            {
                _position++;
            }

            SkipDigits();
        }

        var digits = text.Substring(begin, _position - begin);
        return new(ExpressionTokenKind.Literal, digits, ValueOf(digits, isDouble) ?? throw Error(begin), begin);
    }

    private static object? ValueOf(string digits, bool isDouble)
    {
        if (isDouble)
        {
            return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var integer) ? integer : null;
    }

    private void SkipDigits()
    {
        while (IsDigit(Current))
        {
            _position++;
        }
    }

    private ExpressionToken Quoted(char quote)
    {
        var begin = _position++;
        var value = new StringBuilder();
        while (_position < text.Length)
        {
            var character = text[_position++];
            if (character == quote)
            {
                return new(ExpressionTokenKind.Literal, text.Substring(begin, _position - begin), value.ToString(), begin);
            }

            if (character == '\\')
            {
                if (Current is not ('\\' or '\'' or '"'))
                {
                    throw Error(_position);
                }

                character = text[_position++];
            }

            value.Append(character);
        }

        throw new ExpressionSyntaxException("A string is not closed.", begin);
    }

    private ExpressionToken Word()
    {
        var begin = _position;
        while (IsIdentifierStart(Current) || IsDigit(Current))
        {
            _position++;
        }

        var word = text.Substring(begin, _position - begin);
        return word switch
        {
            "true" => new(ExpressionTokenKind.Literal, word, true, begin),
            "false" => new(ExpressionTokenKind.Literal, word, false, begin),
            "null" => new(ExpressionTokenKind.Literal, word, null, begin),
            _ => SymbolOf(word) is { } symbol
                ? new(ExpressionTokenKind.Symbol, symbol, null, begin)
                : new(ExpressionTokenKind.Identifier, word, null, begin),
        };
    }

    private static string? SymbolOf(string word) => word switch
    {
        "and" => "&&",
        "or" => "||",
        "not" => "!",
        "eq" => "==",
        "ne" => "!=",
        "lt" => "<",
        "le" => "<=",
        "gt" => ">",
        "ge" => ">=",
        "div" => "/",
        "mod" => "%",
        "empty" => "empty",
        _ => null,
    };

    private ExpressionToken Symbol()
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, _position, symbol, 0, symbol.Length) == 0)
            {
                var begin = _position;
                _position += symbol.Length;
                return new(ExpressionTokenKind.Symbol, symbol, null, begin);
            }
        }

        throw Error(_position);
    }

    private int AfterWhitespace(int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    private char Current => _position < text.Length ? text[_position] : '\0';

    private ExpressionSyntaxException Error(int offset) =>
        new($"Unexpected '{(offset < text.Length ? text[offset].ToString() : "end of text")}'.", offset);

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool IsIdentifierStart(char character) => character is '_' or '$' || char.IsLetter(character);
}
