using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Tests;

/// <summary>The name of a class or constant depends on its own file or value only. Others take it away, but never change what it means.</summary>
public sealed class ConstantNamesTests
{
    private static readonly TextFile Order = new("/order/process.bpmn", Model("charge"));

    [Fact]
    public void Class_has_the_name_of_its_file() => Assert.Equal(["LoanApprovalBpmn.g.cs"], Classes(new TextFile("/loan-approval.BPMN", Model("a"))));

    [Theory]
    [InlineData("/loan/process.bpmn")]
    [InlineData("/zoo/process.bpmn")]
    [InlineData("/loan/PROCESS.bpmn")]
    public void Second_file_of_a_name_does_not_rename_the_first_class(string path)
    {
        Assert.Equal(["ProcessBpmn.g.cs"], Classes(Order));
        Assert.Empty(Classes(Order, new TextFile(path, Model("pay"))));
        Assert.Equal(["LoanBpmn.g.cs", "ProcessBpmn.g.cs"], Classes(Order, new TextFile(path, Model("pay"), "LoanBpmn")));
    }

    [Theory]
    [InlineData("1st")]
    [InlineData("Loan.Constants")]
    [InlineData("Loan-Constants")]
    public void Item_that_sets_no_name_has_no_class(string name) => Assert.Empty(Classes(new TextFile("/process.bpmn", Model("a"), name)));

    [Fact]
    public void Item_sets_the_class()
    {
        var result = SourceDriver.Run(
            "[Camunda.ExternalTask.ExternalTaskHandler(Orders.Topics.Charge)] partial class Charge { void Handle() { } }", new TextFile("/order/process.bpmn", Model("charge"), "Orders"));

        Assert.Contains("new(\"charge\")", Text(result, "Charge.Handler.g.cs"), StringComparison.Ordinal);
        Assert.Contains("internal static class Orders", Text(result, "Orders.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    public void Item_sets_a_keyword(string name)
    {
        var complete = SourceDriver.Driver(new TextFile("/order/process.bpmn", Model("charge"), name))
            .RunGenerators(SourceDriver.Compilation("class A { }"), TestContext.Current.CancellationToken).GetRunResult();

        Assert.Contains(complete.GeneratedTrees, tree => tree.ToString().Contains($"static class @{name}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class ProcessBpmn { }")]
    [InlineData("static partial class ProcessBpmn { }")]
    [InlineData("namespace ProcessBpmn { class A { } }")]
    [InlineData("enum ProcessBpmn { A }")]
    public void Class_gives_way_to_a_type_of_the_project(string source) => Assert.Empty(Classes(source, Order));

    [Theory]
    [InlineData("class ProcessBpmn<T> { }")]
    [InlineData("namespace Acme { class ProcessBpmn { } }")]
    public void Another_type_does_not_hide_the_class(string source)
    {
        Assert.Equal(["ProcessBpmn.g.cs"], Classes(source, Order));
        Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(SourceDriver.Compilation(source), Order)));
    }

    [Fact]
    public void Second_value_of_a_name_does_not_rename_the_first_constant()
    {
        Assert.Contains("const string E1 = \"E1\"", Constants("E1"), StringComparison.Ordinal);
        Assert.Contains("const string E1 = \"e1\"", Constants("e1"), StringComparison.Ordinal);

        var both = Constants("E1", "e1", "pay", "pay2");
        Assert.DoesNotContain("const string E1", both, StringComparison.Ordinal);
        Assert.Contains("no constant for 'E1', 'e1'", both, StringComparison.Ordinal);
        Assert.Contains("const string Pay = \"pay\"", both, StringComparison.Ordinal);
        Assert.Contains("const string Pay2 = \"pay2\"", both, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_in_case_are_two_constants()
    {
        var text = Constants("creditScore", "creditscore");

        Assert.Contains("const string CreditScore = \"creditScore\"", text, StringComparison.Ordinal);
        Assert.Contains("const string Creditscore = \"creditscore\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reserved_names_are_numbered_by_themselves()
    {
        Assert.Contains("const string Topics2 = \"topics\"", Constants("topics"), StringComparison.Ordinal);
        Assert.DoesNotContain("const string Topics2", Constants("topics", "Topics2"), StringComparison.Ordinal);
        Assert.Contains("const string Equals2 = \"equals\"", Constants("equals"), StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_names_file_and_line()
    {
        var text = Constants("charge");

        Assert.Contains("/// <remarks>process.bpmn, line 3</remarks>\n        public const string Charge", text, StringComparison.Ordinal);
    }

    private static string Constants(params string[] topics) => Text(SourceDriver.Run("class A;", new TextFile("/process.bpmn", Model(topics))), "ProcessBpmn.g.cs");

    private static string[] Classes(params AdditionalText[] files) => Classes("class A;", files);

    private static string[] Classes(string source, params AdditionalText[] files)
    {
        var result = SourceDriver.Run(source, files);
        Assert.Null(result.Exception);
        return [.. result.GeneratedSources.Select(static file => file.HintName).Where(static name => name != "EmbeddedAttribute.g.cs").Order(StringComparer.Ordinal)];
    }

    private static string Text(GeneratorRunResult result, string file) => result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();

    private static string Model(params string[] topics) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="p">
        {string.Join("\n", topics.Select(static (topic, i) => $"<serviceTask id=\"t{i}\" camunda:type=\"external\" camunda:topic=\"{topic}\" />"))}
          </process>
        </definitions>
        """;
}
