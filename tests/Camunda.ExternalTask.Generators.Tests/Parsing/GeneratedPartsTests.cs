using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Tests.Driving;
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
        Assert.Equal(sample == "Unprepared" ? [JsonRules.JsonTypeNotRegistered, JsonRules.JsonTypeNotRegistered] : [], problems);
    }

    [Theory]
    [InlineData("[TaskInput] public partial record A(string B) { static A ITaskInput<A>.Read(FetchedTask task) => new(\"\"); }", true)]
    [InlineData("[TaskInput] public partial record A(string B) : ITaskInput<A> { public static TaskInputDescriptor Descriptor => null!; public static A Read(FetchedTask task) => null!; }", true)]
    [InlineData("[TaskInput] public partial record A(string B) { class InputJson; }", true)]
    [InlineData("[TaskOutput] public partial record A(string B) : ITaskOutput { public void WriteVariables(VariableWriter variables) { } }", true)]
    [InlineData("[BpmnError(\"E\")] public partial record A(string ErrorCode);", true)]
    [InlineData("[BpmnError(\"E\", Message = \"m\")] public partial record A(string ErrorMessage);", true)]
    [InlineData("[TaskInput] public partial record A(string B) : ITaskInput<A>;", false)]
    [InlineData("[TaskOutput] public partial record A(string B) : ITaskOutput;", false)]
    [InlineData("[ExternalTaskHandler(\"a\")] public partial class A : IExternalTaskHandler<A> { public void Handle() { } }", false)]
    [InlineData("[BpmnError(\"E\")] public partial record A(string B) : BpmnError;", false)]
    public void Written_members_of_generated_names_are_found(string source, bool conflicts)
    {
        source = "using Camunda.ExternalTask;\nusing Camunda.ExternalTask.Generated;\n" + source;
        var compilation = SourceDriver.Compilation(source);

        Assert.Equal(conflicts ? [DeclarationRules.GeneratedMemberExists] : [], Check(compilation));
        Assert.Equal(conflicts, SourceDriver.Run(source).GeneratedSources.IsEmpty);
        if (!conflicts)
        {
            Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(compilation)));
        }
    }

    private static IEnumerable<DiagnosticDescriptor> Check(Compilation compilation)
    {
        var token = TestContext.Current.CancellationToken;
        var symbols = KnownSymbols.Of(compilation)!;
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot(token).DescendantNodes().OfType<TypeDeclarationSyntax>()
            .SelectMany(declaration => ParsedDeclaration.Of(model.GetDeclaredSymbol(declaration, token)!, symbols, token).Problems)
            .Select(problem => problem.Rule);
    }
}
