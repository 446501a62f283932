using Camunda.ExternalTask.Generators.Tests.Driving;
using Camunda.ExternalTask.Shared.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

/// <summary>Analyzers see what the generator wrote; the parser must not mistake it for the user's.</summary>
public sealed class GeneratedPartsTests
{
    [Theory]
    [MemberData(nameof(SnapshotTests.Samples), MemberType = typeof(SnapshotTests))]
    public void Nothing_is_wrong_with_what_was_generated(string sample)
    {
        var problems = Check(SourceDriver.Complete(SourceDriver.Compilation(SnapshotTests.Source(sample)), SnapshotTests.Models(sample)));

        // One sample forgets to register a type, so that running it shows what happens.
        Assert.Equal(sample == "Unprepared" ? ["JsonTypeNotRegistered", "JsonTypeNotRegistered"] : [], problems);
    }

    [Theory]
    [InlineData("[TaskInput] public partial record A(string B) { static A ITaskInput<A>.Read(FetchedTask task) => new(\"\"); }", "GeneratedMemberExists")]
    [InlineData("[TaskInput] public partial record A(string B) : ITaskInput<A> { public static TaskInputDescriptor Descriptor => null!; public static A Read(FetchedTask task) => null!; }", "GeneratedMemberExists")]
    [InlineData("[TaskInput] public partial record A(string B) { class InputJson; }", "GeneratedMemberExists")]
    [InlineData("[TaskOutput] public partial record A(string B) : ITaskOutput { public void WriteVariables(VariableWriter variables) { } }", "GeneratedMemberExists")]
    [InlineData("[BpmnError(\"E\")] public partial record A(string ErrorCode);", "GeneratedMemberExists")]
    [InlineData("[BpmnError(\"E\", Message = \"m\")] public partial record A(string ErrorMessage);", "GeneratedMemberExists")]
    [InlineData("[TaskInput] public partial record A(string B) : ITaskInput<A>;", null)]
    [InlineData("[TaskOutput] public partial record A(string B) : ITaskOutput;", null)]
    [InlineData("[ExternalTaskHandler(\"a\")] public partial class A : IExternalTaskHandler<A> { public void Handle() { } }", null)]
    [InlineData("[BpmnError(\"E\")] public partial record A(string B) : BpmnError;", null)]
    public void Written_members_of_generated_names_are_found(string source, string? problem)
    {
        source = "using Camunda.ExternalTask;\n" + source;
        var compilation = SourceDriver.Compilation(source);

        Assert.Equal(problem is null ? [] : [problem], Check(compilation));
        Assert.Equal(problem is null, !SourceDriver.Run(source).GeneratedSources.IsEmpty);
        if (problem is null)
        {
            Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(compilation)));
        }
    }

    private static IEnumerable<string> Check(Compilation compilation)
    {
        var sink = new Sink();
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        foreach (var declaration in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<TypeDeclarationSyntax>())
        {
            var type = model.GetDeclaredSymbol(declaration, TestContext.Current.CancellationToken)!;
            DeclarationChecks.Check(type, KnownSymbols.Of(compilation)!, sink, TestContext.Current.CancellationToken);
        }

        return sink.Problems;
    }

    private sealed class Sink : IDeclarationSink
    {
        public List<string> Problems { get; } = [];

        public void Report(DeclarationProblem problem, Location place, params string[] arguments) => Problems.Add(problem.ToString());
    }
}
