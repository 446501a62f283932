using Camunda.ExternalTask.Generators.Pipeline;
using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Camunda.ExternalTask.Generators.Tests.Incremental;

public sealed class IncrementalTests
{
    private const string Source = """
        using Camunda.ExternalTask;

        namespace Loan;

        [ExternalTaskHandler("check", LockDuration = "PT1M", RetryCycle = "R3/PT1M", ProcessDefinitionKeyIn = ["a"])]
        public partial class Check(System.IServiceProvider services)
        {
            public Output Handle(Input input) => new(input.Name.Length);
        }

        [ExternalTaskHandler(LoanBpmn.Topics.Notify)]
        public partial class Notify
        {
            public void Handle()
            {
            }
        }

        [TaskInput]
        public partial record Input(string Name, System.DayOfWeek Day = System.DayOfWeek.Friday);

        [TaskOutput]
        public partial record Output(int Length);

        [BpmnError("NO")]
        public partial record No(string Why);
        """;

    private const string Unrelated = "class Unrelated { void M() { } }";

    private const string Model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="loan"><serviceTask id="notify" camunda:type="external" camunda:topic="notify" /></process>
        </definitions>
        """;

    private static readonly string[] Declarations = [TrackingNames.Handlers, TrackingNames.Inputs, TrackingNames.Outputs, TrackingNames.Errors];

    private static readonly string[] Resolved =
        [TrackingNames.ResolvedHandlers, TrackingNames.ResolvedInputs, TrackingNames.ResolvedOutputs, TrackingNames.ResolvedErrors];

    [Fact]
    public void Nothing_runs_again_for_the_same_compilation()
    {
        var (driver, compilation) = Start();

        var result = Run(driver, compilation);

        AssertReasons(result, [.. Declarations, .. Resolved, TrackingNames.Registration, TrackingNames.Project, TrackingNames.Constants, TrackingNames.EmbeddedAttribute], IncrementalStepRunReason.Cached);
        AssertOutputs(result, []);
    }

    [Fact]
    public void Unrelated_edit_writes_nothing_again()
    {
        var (driver, compilation) = Start();

        var result = Run(driver, Replace(compilation, 1, "class Unrelated { void M() { System.Console.WriteLine(); } }"));

        AssertReasons(result, Declarations, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, []);
    }

    [Fact]
    public void Edit_of_a_body_writes_nothing_again()
    {
        var (driver, compilation) = Start();

        var result = Run(driver, Replace(compilation, 0, Source.Replace("input.Name.Length)", "input.Name.Length + 1)")));

        AssertReasons(result, Declarations, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, []);
    }

    [Theory]
    [InlineData("\"check\"", "\"other\"", "Loan.Check.Handler.g.cs")]
    [InlineData("PT1M\", R", "PT2M\", R", "Loan.Check.Handler.g.cs")]
    [InlineData("R3/PT1M", "R2/PT1M", "Loan.Check.Handler.g.cs")]
    [InlineData("[\"a\"]", "[\"b\"]", "Loan.Check.Handler.g.cs")]
    [InlineData("string Name", "string? Name", "Loan.Input.Input.g.cs")]
    [InlineData("= System.DayOfWeek.Friday", "= System.DayOfWeek.Monday", "Loan.Input.Input.g.cs")]
    [InlineData("int Length", "long Length", "Loan.Output.Output.g.cs")]
    [InlineData("\"NO\"", "\"NONE\"", "Loan.No.BpmnError.g.cs")]
    public void Edit_of_a_declaration_writes_its_file_only(string old, string changed, string file)
    {
        var (driver, compilation) = Start();

        var result = Run(driver, Replace(compilation, 0, Source.Replace(old, changed)));

        AssertOutputs(result, [file]);
    }

    [Fact]
    public void New_handler_writes_its_file_and_the_registration()
    {
        var (driver, compilation) = Start();

        var result = Run(driver, Replace(compilation, 1, Unrelated + """ [Camunda.ExternalTask.ExternalTaskHandler("new")] partial class New { void Handle() { } }"""));

        AssertOutputs(result, ["New.Handler.g.cs", "Registration.g.cs"]);
    }

    [Theory]
    [InlineData("[assembly: VariableConverter(typeof(OfDay))]", "class", "Loan.Input.Input.g.cs")]
    [InlineData("", "class", null)]
    [InlineData("[assembly: VariableConverter(typeof(OfDay))]", "file class", "Loan.Input.Input.g.cs")]
    public void Converter_of_the_assembly_writes_what_has_its_type(string attribute, string kind, string? file)
    {
        var (driver, compilation) = Start();

        var result = Run(driver, Replace(compilation, 1, $$"""
            using Camunda.ExternalTask;
            {{attribute}}
            {{Unrelated}}
            {{kind}} OfDay : IVariableConverter<System.DayOfWeek>
            {
                public static System.DayOfWeek Read(TypedValue value) => (System.DayOfWeek)value.Get<int>();
                public static TypedValue Write(System.DayOfWeek value) => (int)value;
            }
            """));

        if (kind == "file class")
        {
            // Nothing is generated for what needs a converter out of reach, nor for the handler that uses it.
            Assert.DoesNotContain(result.GeneratedSources, source => source.HintName == file);
            return;
        }

        AssertOutputs(result, file is null ? [] : [file]);
        Assert.Equal(file is not null, result.GeneratedSources.Any(source => source.SourceText.ToString().Contains("ReadAs<global::System.DayOfWeek, global::OfDay>()", StringComparison.Ordinal)));
    }

    [Fact]
    public void Edit_of_a_model_writes_its_constants_only()
    {
        var (driver, compilation) = Start();
        driver = driver.ReplaceAdditionalText(LoanFile(Model), LoanFile(Model.Replace("id=\"loan\"", "id=\"lending\"")));

        var result = Run(driver, compilation);

        AssertReasons(result, Declarations, IncrementalStepRunReason.Cached);
        AssertReasons(result, Resolved, IncrementalStepRunReason.Unchanged);
        AssertOutputs(result, ["LoanBpmn.g.cs"]);
    }

    [Fact]
    public void Edit_of_a_model_that_no_constant_comes_from_writes_nothing()
    {
        var (driver, compilation) = Start();
        driver = driver.ReplaceAdditionalText(LoanFile(Model), LoanFile(Model.Replace("id=\"notify\"", "id=\"other\"")));

        AssertOutputs(Run(driver, compilation), []);
    }

    [Fact]
    public void Edit_of_a_used_constant_writes_who_uses_it()
    {
        var (driver, compilation) = Start();
        driver = driver.ReplaceAdditionalText(LoanFile(Model), LoanFile(Model.Replace("topic=\"notify\"", "topic=\"NOTIFY\"")));

        AssertOutputs(Run(driver, compilation), ["Loan.Notify.Handler.g.cs", "LoanBpmn.g.cs"]);
    }

    [Fact]
    public void No_model_holds_on_to_the_compilation()
    {
        var result = Run(SourceDriver.Driver(LoanFile(Model)), SourceDriver.Compilation(Source, Unrelated));

        var seen = 0;
        foreach (var name in (string[])[.. Declarations, .. Resolved, TrackingNames.Registration, TrackingNames.Project, TrackingNames.Constants, TrackingNames.ConstantTable, TrackingNames.ConstantsClasses])
        {
            foreach (var (value, _) in result.TrackedSteps[name].SelectMany(step => step.Outputs))
            {
                seen++;
                ObjectGraph.AssertNoneOf(value, typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(AttributeData), typeof(SemanticModel));
            }
        }

        Assert.True(seen >= 15, $"Only {seen} models were looked at.");
    }

    [Fact]
    public void Graph_walk_finds_a_symbol() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(
        () => ObjectGraph.AssertNoneOf(new { Deep = new object[] { SourceDriver.Compilation(Source).Assembly } }, typeof(ISymbol)));

    private static readonly TextFile Loan = new("/models/loan.bpmn", Model);

    private static TextFile LoanFile(string text) => text == Model ? Loan : new("/models/loan.bpmn", text);

    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Start()
    {
        var compilation = SourceDriver.Compilation(Source, Unrelated);
        return (SourceDriver.Driver(Loan).RunGenerators(compilation, TestContext.Current.CancellationToken), compilation);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int index, string source)
    {
        var tree = compilation.SyntaxTrees[index];
        return compilation.ReplaceSyntaxTree(tree, SourceDriver.Parse(source, tree.FilePath));
    }

    private static GeneratorRunResult Run(GeneratorDriver driver, Compilation compilation)
    {
        var result = driver.RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results[0];
        Assert.Null(result.Exception);
        return result;
    }

    private static void AssertReasons(GeneratorRunResult result, string[] steps, params IncrementalStepRunReason[] allowed)
    {
        foreach (var name in steps)
        {
            var outputs = result.TrackedSteps[name].SelectMany(step => step.Outputs).ToList();
            Assert.NotEmpty(outputs);
            Assert.All(outputs, output => Assert.Contains(output.Reason, allowed));
        }
    }

    private static void AssertOutputs(GeneratorRunResult result, string[] written)
    {
        var files = new List<string>();
        foreach (var (value, reason) in result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs))
        {
            if (reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            {
                files.AddRange(HintNames.Of(value));
            }
        }

        Assert.Equal(written, files.Order(StringComparer.Ordinal));
    }
}
