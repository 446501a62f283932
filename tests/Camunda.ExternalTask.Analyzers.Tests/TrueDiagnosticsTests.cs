using System.Collections.Immutable;
using System.Globalization;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Tests;

/// <summary>Rules blame what is to blame. The programs are compiled with the generator, as in a build.</summary>
public class TrueDiagnosticsTests
{
    private static readonly string Model = ExampleModel.Of("""
        <serviceTask id="one" camunda:type="external" camunda:topic="charge-card" />
        <serviceTask id="two" camunda:type="external" camunda:topic="invoice-v2" />
        <serviceTask id="three" camunda:type="external" camunda:topic="E1" />
        <serviceTask id="four" camunda:type="external" camunda:topic="e1" />
        """);

    [Theory]
    [InlineData("OrderBpmn.Topics.ChargeCart", "'OrderBpmn.Topics' has no constant 'ChargeCart': 'order.bpmn' has 'ChargeCard'; use this constant, or correct the model")]
    [InlineData("OrderBpmn.Topics.Pay", "'OrderBpmn.Topics' has no constant 'Pay': 'order.bpmn' has 'ChargeCard', 'InvoiceV2'; use one of them, or correct the model")]
    [InlineData("OrderBpmn.Topics.E1", "'OrderBpmn.Topics' has no constant 'E1': 'E1' and 'e1' in 'order.bpmn' would both have it; write the text instead")]
    [InlineData("OrderBpmn.Messages.Paid", "'OrderBpmn.Messages' has no constant 'Paid': 'order.bpmn' has no such value; correct the model or the code")]
    [InlineData("OrderBpmn.Processes.Orders", "'OrderBpmn.Processes' has no constant 'Orders': 'order.bpmn' has 'Order'; use this constant, or correct the model")]
    public async Task Unknown_constant_is_not_blamed_on_another_generator(string constant, string message) =>
        Assert.Equal(["CET7061 " + message], await ReportedAsync($$"""[ExternalTaskHandler({{constant}})] partial class A { public void Handle() { } }"""));

    [Fact]
    public async Task Unknown_constant_outside_of_attributes_is_reported_as_well() => Assert.Equal(
        ["CET7061 'OrderBpmn.Topics' has no constant 'Pay': 'order.bpmn' has 'ChargeCard', 'InvoiceV2'; use one of them, or correct the model"],
        await ReportedAsync("class A { string Topic => OrderBpmn.Topics.Pay; string Other => OrderBpmn.Topics.ChargeCard; string Text = Topics.Pay; static class Topics { public const string Pay = \"a\"; } }"));

    [Theory]
    [InlineData("""
        [TaskOutput] public partial record Receipt(int A);
        public sealed record Detailed(int A, int B) : Receipt(A);
        [ExternalTaskHandler("charge-card")] partial class A { public Detailed Handle() => new(1, 2); }
        """, "CET1017 'Handle' returns 'Detailed', which does not have [TaskOutput]; add the attribute to the type")]
    [InlineData("""
        [TaskInput] public partial record Order(int A);
        public sealed record Detailed(int A, int B) : Order(A);
        [ExternalTaskHandler("charge-card")] partial class A { public void Handle(Detailed input) { } }
        """, "CET1016 Parameter 'input' has type 'Detailed', which does not have [TaskInput]; add the attribute to the type")]
    public async Task Type_that_derives_from_a_marked_one_lacks_the_attribute(string source, string message) => Assert.Equal([message], await ReportedAsync(source));

    [Fact]
    public async Task Type_that_derives_from_a_marked_one_with_the_attribute_is_fine() => Assert.Empty(await ReportedAsync("""
        [TaskInput] public partial record Order(int A);
        [TaskInput] public sealed partial record LargeOrder(int A, int B) : Order(A);
        [TaskOutput] public partial record Receipt(int A);
        [TaskOutput] public sealed partial record Detailed(int A, int B) : Receipt(A);
        [ExternalTaskHandler("charge-card")] partial class A { public Detailed Handle(LargeOrder input) => new(1, 2); }
        """));

    [Theory]
    [InlineData("invoice-v1", "invoice-v2", "CET7002 No BPMN model of the project has a task with topic 'invoice-v1'; add the model, or correct the topic")]
    [InlineData("invoice-v1", "charge-card", "CET7001 No BPMN model has a task with topic 'invoice-v1', but one has 'invoice-v2', and the engine compares topics exactly; correct the handler or the model")]
    public async Task Handled_topic_is_not_a_near_miss(string topic, string other, string message) => Assert.Equal([message], await ReportedAsync($$"""
        [ExternalTaskHandler("{{topic}}")] partial class A { public void Handle() { } }
        [ExternalTaskHandler("{{other}}")] partial class B { public void Handle() { } }
        """));

    [Fact]
    public async Task Declared_process_is_not_a_near_miss() => Assert.Equal(
        ["CET7021 No BPMN model of the project has the process 'orders'; add the model, or correct the name"],
        await ReportedAsync("""
        [ProcessStart("orders")] partial record A(int X);
        [ProcessStart("order")] partial record B(int X);
        """));

    [Theory]
    [InlineData("""[ExternalTaskHandler("charge-card")] partial struct A { public void Handle() { } }""")]
    [InlineData("""[ExternalTaskHandler("charge-card")] partial record struct A { public void Handle() { } }""")]
    [InlineData("""[ExternalTaskHandler("charge-card")] partial interface A { void Handle(); }""")]
    [InlineData("""[TaskInput] partial interface A { int B { get; } }""")]
    [InlineData("""[TaskOutput] partial interface A { int B { get; } }""")]
    [InlineData("""[ProcessStart("order")] partial interface A { int B { get; } }""")]
    public async Task Attribute_on_another_kind_of_type_is_one_error_of_the_compiler(string source)
    {
        var (generated, diagnostics) = await RunAsync(source);

        Assert.Empty(diagnostics);
        Assert.Equal(["CS0592"], generated.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("[TaskOutput] public partial record Out((int X, string Y) Pair);", "(int, string)")]
    [InlineData("[TaskOutput] public partial record Out((int X, string Y)[] Pairs);", "(int, string)[]")]
    [InlineData("[TaskOutput] public partial record Out(List<(int X, (string Y, int Z) W)> Pairs);", "List<(int, (string, int))>")]
    [InlineData("[TaskOutput] public partial record Out((int, string) Pair);", "(int X, string Y)")]
    public async Task Names_of_tuple_elements_do_not_make_another_type(string source, string registered) => Assert.Empty(await ReportedAsync($$"""
        [assembly: TaskJsonContext(typeof(Json))]
        [JsonSerializable(typeof({{registered}}))] partial class Json : JsonSerializerContext;
        {{source}}
        """));

    [Theory]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("Exception")]
    [InlineData("InvalidOperationException")]
    [InlineData("Lazy<int>")]
    [InlineData("System.Text.StringBuilder")]
    [InlineData("System.Globalization.CultureInfo")]
    [InlineData("System.Net.IPAddress")]
    [InlineData("IDisposable")]
    [InlineData("Failure")]
    public async Task Type_that_is_no_data_is_no_variable(string type) => Assert.Equal(
        "CET3001", Assert.Single(await ReportedAsync($"[TaskOutput] public partial record Out({type} Value); public class Failure : Exception;"))[..7]);

    [Theory]
    [InlineData("List<Item>")]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<int>")]
    [InlineData("Version")]
    [InlineData("(int, string)")]
    [InlineData("System.Drawing.Point")]
    [InlineData("System.Numerics.Vector3")]
    [InlineData("KeyValuePair<string, int>")]
    [InlineData("Item")]
    public async Task Data_is_JSON(string type) => Assert.Equal(
        "CET6002", Assert.Single(await ReportedAsync($"[TaskOutput] public partial record Out({type} Value); public record Item(int A);"))[..7]);

    [Fact]
    public async Task Registered_type_of_the_framework_is_JSON() => Assert.Empty(await ReportedAsync("""
        [assembly: TaskJsonContext(typeof(Json))]
        [JsonSerializable(typeof(System.Net.IPAddress))] partial class Json : JsonSerializerContext;
        [TaskOutput] public partial record Out(System.Net.IPAddress Value);
        """));

    [Fact]
    public async Task Rules_share_contracts_at_the_same_time()
    {
        var tasks = string.Concat(Enumerable.Range(0, 200).Select(static i => $"<serviceTask id=\"t{i}\" camunda:type=\"external\" camunda:topic=\"topic{i}\" />"));
        var handlers = string.Concat(Enumerable.Range(0, 200).Select(static i => $$"""
            [ExternalTaskHandler("topic{{i}}")] partial class H{{i}}
            {
                public Out Handle(In input) => new(input.A);
                [TaskInput] public partial record In(int A);
                [TaskOutput] public partial record Out(int B);
                [BpmnError("E{{i}}")] public partial record E;
            }
            """));

        Assert.DoesNotContain(await ReportedAsync(handlers, ExampleModel.Of(tasks)), static message => message.StartsWith("AD0001", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WhenWritingNull")]
    [InlineData("WhenWritingDefault")]
    public async Task Condition_that_ignores_some_values_has_no_effect(string condition) => Assert.Equal(
        ["CET3012 'JsonIgnore' has no effect on 'Secret'; remove the setting"],
        await ReportedAsync($"[TaskOutput] public partial record Out([property: JsonIgnore(Condition = JsonIgnoreCondition.{condition})] string? Secret);"));

    private static async Task<string[]> ReportedAsync(string source, string? model = null) =>
        [.. (await RunAsync(source, model)).Diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}")];

    private static async Task<(Compilation Generated, ImmutableArray<Diagnostic> Diagnostics)> RunAsync(string source, string? model = null)
    {
        var token = TestContext.Current.CancellationToken;
        AdditionalText[] files = [new ModelText(model ?? Model)];
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(RuleCompilation.Usings, RuleCompilation.ParseOptions), CSharpSyntaxTree.ParseText(source, RuleCompilation.ParseOptions)],
            RuleCompilation.References,
            (CSharpCompilationOptions)RuleCompilation.CompilationOptions);
        CSharpGeneratorDriver.Create([new ExternalTaskGenerator().AsSourceGenerator()], files, RuleCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, token);
        return (generated, await generated.WithAnalyzers([.. RuleCompilation.Analyzers], new AnalyzerOptions([.. files])).GetAnalyzerDiagnosticsAsync(token));
    }
}
