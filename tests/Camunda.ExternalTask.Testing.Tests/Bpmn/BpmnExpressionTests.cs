using Camunda.ExternalTask.Bpmn;

namespace Camunda.ExternalTask.Testing.Tests.Bpmn;

public sealed class BpmnExpressionTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("", "''")]
    [InlineData("${5}", "5L")]
    [InlineData("#{5.5}", "5.5D")]
    [InlineData("${1e3}", "1000D")]
    [InlineData("${.5}", "0.5D")]
    [InlineData("${true}", "True")]
    [InlineData("${null}", "null")]
    [InlineData("""${"a\"b"}""", "'a\"b'")]
    [InlineData("${'it\\'s'}", "'it's'")]
    [InlineData("${a.b.c}", "a.b.c")]
    [InlineData("${a['b'][0]}", "a['b'][0L]")]
    [InlineData("${f()}", "f()")]
    [InlineData("${fn:join(a, 1)}", "fn:join(a, 1L)")]
    [InlineData("${a.b(c).d(1)}", "a.b(c).d(1L)")]
    [InlineData("${1 + 2 * 3}", "(1L Add (2L Multiply 3L))")]
    [InlineData("${(1 + 2) * 3}", "((1L Add 2L) Multiply 3L)")]
    [InlineData("${1 - 2 - 3}", "((1L Subtract 2L) Subtract 3L)")]
    [InlineData("${a or b and c}", "(a Or (b And c))")]
    [InlineData("${a || b && !c}", "(a Or (b And (Not c)))")]
    [InlineData("${a lt 1 eq b ge 2}", "((a Less 1L) Equal (b GreaterOrEqual 2L))")]
    [InlineData("${a div 2 mod 3}", "((a Divide 2L) Remainder 3L)")]
    [InlineData("${not empty a}", "(Not (Empty a))")]
    [InlineData("${-a}", "(Negate a)")]
    [InlineData("${a ? b : c ? d : e}", "(a ? b : (c ? d : e))")]
    [InlineData("${a ? (b) : c(1)}", "(a ? b : c(1L))")]
    [InlineData("${order}", "order")]
    [InlineData("k-${a}-#{b}", "['k-' a '-' b]")]
    [InlineData("\\${a}", "'${a}'")]
    [InlineData("a } b", "'a } b'")]
    public void Parses_by_the_engines_grammar(string text, string tree) => Assert.Equal(tree, Show(BpmnExpression.TryParse(text)!.Root));

    [Theory]
    [InlineData("${", 2)]
    [InlineData("${a", 3)]
    [InlineData("${a b}", 4)]
    [InlineData("${a ==}", 6)]
    [InlineData("${'a}", 2)]
    [InlineData("${a = b}", 4)]
    [InlineData("${a.1}", 3)]
    [InlineData("${99999999999999999999}", 2)]
    [InlineData("x ${a ? b}", 9)]
    [InlineData("${a ? b : c(1)}", 14)]
    public void Says_where_a_text_is_not_an_expression(string text, int offset)
    {
        Assert.Null(BpmnExpression.TryParse(text, out var problem));
        Assert.Equal(offset, problem?.Offset);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("a[", "]")]
    public void Endless_nesting_is_a_problem_not_a_crash(string open, string close) => Assert.Null(
        BpmnExpression.TryParse("${" + string.Concat(Enumerable.Repeat(open, 100_000)) + "a" + string.Concat(Enumerable.Repeat(close, 100_000)) + "}"));

    [Theory]
    [InlineData("plain", "")]
    [InlineData("${a + b.c + d['e'] + a}", "a b d")]
    [InlineData("${execution.getVariable('x') == y}", "y")]
    [InlineData("${now()}", "")]
    [InlineData("${bean.call(a)}", "bean:called a")]
    [InlineData("${bean.call(a) and bean}", "bean a")]
    [InlineData("${execution.hasVariable('x') and x > 1}", "x:guarded")]
    [InlineData("${execution.hasVariable('x') and y and x > 1}", "y x:guarded")]
    [InlineData("${execution.hasVariable('x') or x > 1}", "x")]
    [InlineData("${execution.hasVariable('x') ? x : x}", "x")]
    [InlineData("${execution.hasVariable('x') ? x : 0}", "x:guarded")]
    [InlineData("${not empty x}", "x")]
    public void Lists_free_variables(string text, string names) => Assert.Equal(
        names,
        string.Join(' ', BpmnExpression.TryParse(text)!.FreeVariables()
            .Select(variable => variable.Name + (variable.IsOnlyCalledOn ? ":called" : "") + (variable.IsGuarded ? ":guarded" : ""))));

    [Theory]
    [InlineData("plain", true)]
    [InlineData("${1}", false)]
    public void Tells_text_from_expressions(string text, bool isText) => Assert.Equal(isText, BpmnExpression.TryParse(text)!.IsText);

    private static string Show(ExpressionNode node) => node switch
    {
        ExpressionLiteral { Value: string text } => $"'{text}'",
        ExpressionLiteral { Value: long number } => $"{number}L",
        ExpressionLiteral { Value: double number } => $"{number}D",
        ExpressionLiteral { Value: null } => "null",
        ExpressionLiteral { Value: var value } => $"{value}",
        ExpressionIdentifier identifier => identifier.Name,
        ExpressionMember member => $"{Show(member.Target)}.{member.Name}",
        ExpressionIndex index => $"{Show(index.Target)}[{Show(index.Index)}]",
        ExpressionCall call => $"{Show(call.Target)}({string.Join(", ", call.Arguments.Select(Show))})",
        ExpressionUnary unary => $"({unary.Operator} {Show(unary.Operand)})",
        ExpressionBinary binary => $"({Show(binary.Left)} {binary.Operator} {Show(binary.Right)})",
        ExpressionConditional conditional => $"({Show(conditional.Condition)} ? {Show(conditional.WhenTrue)} : {Show(conditional.WhenFalse)})",
        ExpressionComposite composite => $"[{string.Join(' ', composite.Parts.Select(Show))}]",
        _ => throw new ArgumentException(node.ToString(), nameof(node)),
    };
}
