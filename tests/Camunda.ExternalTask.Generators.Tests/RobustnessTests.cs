using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Tests;

/// <summary>Code is half-written most of the time. One exception, and all generated code is gone.</summary>
public sealed class RobustnessTests
{
    [Theory]
    [InlineData("CreditScore")]
    [InlineData("Errors")]
    [InlineData("Converters")]
    public void No_missing_token_throws(string sample)
    {
        var source = SnapshotTests.Source(sample);
        var tokens = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens().Where(token => token.Span.Length > 0);

        AssertAllRun(sample, tokens.Select(token => source.Remove(token.SpanStart, token.Span.Length)));
    }

    [Theory]
    [InlineData("CreditScore")]
    [InlineData("Model")]
    public void No_end_of_file_throws(string sample)
    {
        var source = SnapshotTests.Source(sample);
        var tokens = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens();

        AssertAllRun(sample, tokens.Select(token => source[..token.SpanStart]));
    }

    [Theory]
    [InlineData("[ExternalTaskHandler] partial class A { }")]
    [InlineData("[ExternalTaskHandler()] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(null)] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(42)] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(typeof(A))] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\", \"b\")] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\", LockDuration = 1, RetryCycle = null, MaxConcurrency = \"x\", TenantIdIn = null, ProcessDefinitionKeyIn = new string[2])] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\", TenantIdIn = new[] { null, Missing.Name, 3 })] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")][ExternalTaskHandler(\"b\")] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial class A { void Handle() { } } [ExternalTaskHandler(\"b\")] partial class A { }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial struct A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial interface A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] static partial class A { static void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial class A<T> { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial class A : A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial class A { unsafe void Handle(int* a, __arglist) { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial class A { void Handle<T>(T t) { } int Handle => 1; }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial class { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")][ReportsBpmnError][ReportsBpmnError(null)][ReportsBpmnError(typeof(void))][ReportsBpmnError(typeof(List<>))] partial class A { void Handle() { } }")]
    [InlineData("[TaskInput] partial record A(A A, List<A> B, dynamic C, (int, string) D, int[,] E, nint F, Action G, Nullable<> H, Optional<> I, Optional J, Optional<Optional<int>> K, Optional<int>? L);")]
    [InlineData("[TaskInput] partial record A(int A, int A, int a);")]
    [InlineData("[TaskInput] partial record A(string Name) { public string Name => Name; }")]
    [InlineData("[TaskInput] partial record A { public A A { get; init; } = this; public int this[int i] => 1; public int { get; set; } public X { get; set; } }")]
    [InlineData("[TaskInput] partial class A(int a) { public A() { } public A(string b) { } }")]
    [InlineData("[TaskInput, TaskOutput, BpmnError(\"\"), ExternalTaskHandler(\"a\")] partial record A { void Handle(A a) { } }")]
    [InlineData("[TaskInput] partial enum A { }")]
    [InlineData("[TaskInput] partial record A([Variable(null)] int A, [Variable(1)] int B, [Variable(Type = (VariableType)99)] int C, [Variable(Scope = null)] int D, [FromTask] int E, [FromTask((TaskProperty)99)] string F, [ExtensionProperty] string G);")]
    [InlineData("[TaskOutput] partial record A([property: Variable(\"\\ud800\")] int B);")]
    [InlineData("[TaskOutput, TaskJsonContext(typeof(int))] partial record A(object B, Exception C, Uri[] D);")]
    [InlineData("[TaskOutput, TaskJsonContext(null)] partial record A(Exception C);")]
    [InlineData("[assembly: VariableConverter] [assembly: VariableConverter(null)] [assembly: VariableConverter(typeof(A))] [assembly: VariableConverter(typeof(Missing))] [assembly: VariableConverter(typeof(C<>))] [TaskInput] partial record A(int B); class C<T> : IVariableConverter<T>;")]
    [InlineData("[TaskInput] partial record A([VariableConverter] int B, [VariableConverter(null)] int C, [VariableConverter(typeof(Missing))] int D, [VariableConverter(typeof(void))] int E, [VariableConverter(typeof(List<>))] X F, [VariableConverter(1)] int* G);")]
    [InlineData("[VariableConverter(typeof(M)), VariableConverter, ObjectTypeName, ObjectTypeName(null), ObjectTypeName(1)] record M : IVariableConverter<M>, IVariableConverter<Missing>; [TaskOutput] partial record A(M M, M? N);")]
    [InlineData("[BpmnError] partial record A; [BpmnError(null)] partial record B; [BpmnError(\"c\")] partial class C; [BpmnError(\"d\")] partial record D : C; [BpmnError(\"e\")] partial record E : E;")]
    [InlineData("enum E { A = B, B = A, C = 1, C = 2, D = \"x\" } [TaskInput] partial record A(E E, E? F = E.Z);")]
    [InlineData("[assembly: ExternalTaskHandlers] [assembly: ExternalTaskHandlers(null)] [assembly: TaskJsonContext] [ExternalTaskHandler(\"a\")] partial class A { void Handle() { } }")]
    [InlineData("[ExternalTaskHandler(\"a\")] partial class A { void Handle() { } } [ExternalTaskHandler(\"a\")] partial class a { void Handle() { } } [ExternalTaskHandler(\"b\")] class A { void Handle() { } }")]
    public void No_nonsense_throws(string source) => AssertAllRun("CreditScore", ["using Camunda.ExternalTask;\n" + source]);

    [Fact]
    public void Without_the_library_nothing_is_written()
    {
        var compilation = CSharpCompilation.Create("Other", [SourceDriver.Parse(SnapshotTests.Source("CreditScore"))]);

        Assert.Empty(SourceDriver.Run(compilation).GeneratedSources);
    }

    [Fact]
    public void Broken_models_have_no_constants()
    {
        var result = SourceDriver.Run("class A;", new TextFile("/a.bpmn", "<definitions"), new TextFile("/b.bpmn", ""), new TextFile("/c.txt", "<"));

        Assert.Null(result.Exception);
        Assert.Empty(result.GeneratedSources);
    }

    // The generator, and the parser as analyzers run it: with a sink, and on generated code.
    private static void AssertAllRun(string sample, IEnumerable<string> sources)
    {
        var driver = SourceDriver.Driver(SnapshotTests.Models(sample));
        var compilation = SourceDriver.Compilation("");
        var count = 0;
        foreach (var source in sources)
        {
            count++;
            var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], SourceDriver.Parse(source));
            driver = driver.RunGeneratorsAndUpdateCompilation(edited, out var complete, out _, TestContext.Current.CancellationToken);
            var result = driver.GetRunResult().Results[0];

            Assert.True(result.Exception is null, $"{result.Exception}\n{source}");
            Check(complete);
        }

        Assert.True(count > 0);
    }

    private static void Check(Compilation compilation)
    {
        var symbols = KnownSymbols.Of(compilation)!;
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        foreach (var declaration in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
        {
            if (model.GetDeclaredSymbol(declaration, TestContext.Current.CancellationToken) is { } type)
            {
                var problems = ParsedDeclaration.Of(type, symbols, TestContext.Current.CancellationToken).Problems;
                Assert.All(problems.SelectMany(problem => problem.Arguments), Assert.NotNull);
            }
        }
    }
}
