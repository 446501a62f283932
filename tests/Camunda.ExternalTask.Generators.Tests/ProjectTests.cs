using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Camunda.ExternalTask.Generators.Tests;

/// <summary>What a project and its references make of the generated code.</summary>
public sealed class ProjectTests
{
    private const string Library = """
        using Camunda.ExternalTask;

        [assembly: ExternalTaskHandlers("AddLoanHandlers")]

        namespace Lib;

        [TaskInput]
        public partial record Request(string Name);

        [TaskOutput]
        public partial record Answer(int Length);

        [BpmnError("LIB")]
        public partial record LibError(string Why);

        [ExternalTaskHandler("lib")]
        public partial class LibHandler
        {
            public Answer Handle(Request request) => new(request.Name.Length);
        }
        """;

    [Fact]
    public void Library_shares_handlers_inputs_outputs_and_errors()
    {
        var library = SourceDriver.Complete(SourceDriver.Compilation(Library).WithAssemblyName("Acme.Lib"));
        Assert.Empty(SourceDriver.Complaints(library));
        var application = SourceDriver.Compilation(
            """
            using Camunda.ExternalTask;
            using Microsoft.Extensions.DependencyInjection;

            [ExternalTaskHandler("app")]
            [ReportsBpmnError(typeof(Lib.LibError))]
            internal partial class AppHandler
            {
                public TaskOutcome<Lib.Answer> Handle(Lib.Request request) => new Lib.LibError(request.Name);
            }

            internal static class Start
            {
                public static void Add(ExternalTaskWorkerBuilder worker) => worker.AddHandlers().AddLoanHandlers();
            }
            """).AddReferences(SourceDriver.Emit(library));

        var complete = SourceDriver.Complete(application);

        Assert.Empty(SourceDriver.Complaints(complete));
        Assert.Contains("\"LIB\"", complete.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("AppHandler.Handler.g.cs", StringComparison.Ordinal)).ToString());
    }

    [Fact]
    public void Shared_registration_is_public_and_bears_its_name()
    {
        var text = Text(SourceDriver.Run(Library), "Registration.g.cs");

        Assert.Contains("public static class AcmeLoanExternalTaskHandlers", text);
        Assert.Contains(" AddLoanHandlers(this ", text);
    }

    [Theory]
    [InlineData("not a name")]
    [InlineData("")]
    public void Impossible_registration_name_leaves_the_usual_one(string name)
    {
        var text = Text(SourceDriver.Run(Library.Replace("AddLoanHandlers", name)), "Registration.g.cs");

        Assert.Contains("internal static class AcmeLoanExternalTaskHandlers", text);
        Assert.Contains(" AddHandlers(this ", text);
    }

    [Fact]
    public void Registration_stands_as_long_as_a_handler_is_meant()
    {
        const string HalfWritten = """[Camunda.ExternalTask.ExternalTaskHandler("half")] partial class Half { }""";

        Assert.Contains("=> worker;", Text(SourceDriver.Run(HalfWritten), "Registration.g.cs"));
        Assert.Empty(SourceDriver.Run("class None;").GeneratedSources);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Preview)]
    public void Generated_code_is_of_every_language_version(LanguageVersion version)
    {
        var compilation = SourceDriver.Compilation();
        var options = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        foreach (var sample in (string[])["CreditScore", "Presence", "Errors", "TaskProperties", "Awkward", "Values"])
        {
            var tree = CSharpSyntaxTree.ParseText(SourceDriver.Usings + SnapshotTests.Source(sample), options, cancellationToken: TestContext.Current.CancellationToken);

            Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(compilation.AddSyntaxTrees(tree), version)));
        }
    }

    [Fact]
    public void Code_without_nullable_annotations_reads_null_for_absent()
    {
        const string Oblivious = """
            #nullable disable
            using Camunda.ExternalTask;

            [TaskInput]
            public partial class Old
            {
                public string Name { get; set; }
                public int Number { get; set; }
            }

            [ExternalTaskHandler("old")]
            public partial class OldHandler(System.IServiceProvider services, System.Collections.Generic.List<string> list = null)
            {
                public object[] All => new object[] { services, list };

                public void Handle(Old old)
                {
                }
            }
            """;

        Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(SourceDriver.Compilation(Oblivious))));
        Assert.Contains("Name = name,", Text(SourceDriver.Run(Oblivious), "Old.Input.g.cs"));
    }

    [Fact]
    public void Unknown_constant_writes_nothing_for_who_uses_it()
    {
        var result = SourceDriver.Run("""[Camunda.ExternalTask.ExternalTaskHandler(LoanBpmn.Topics.Gone)] partial class Gone { void Handle() { } }""");

        Assert.Equal(["EmbeddedAttribute.g.cs", "Registration.g.cs"], result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
    }

    private static string Text(GeneratorRunResult result, string file) =>
        result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();
}
