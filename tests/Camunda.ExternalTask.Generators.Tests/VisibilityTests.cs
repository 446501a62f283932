using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Camunda.ExternalTask.Generators.Tests;

/// <summary>Generated types are visible everywhere in their own project, and nowhere else.</summary>
public sealed class VisibilityTests
{
    private static readonly TextFile Model = new(
        "/models/loan.bpmn",
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
          <process id="loan"><serviceTask id="check" camunda:type="external" camunda:topic="check" /></process>
        </definitions>
        """);

    [Theory]
    [InlineData("Acme.Loan")]
    [InlineData("Loan")] // also the name of a type of the program
    [InlineData("Task")]
    [InlineData("Camunda")]
    [InlineData("loan-worker")]
    [InlineData("1st.class")]
    public void Top_level_statements_see_registration_and_constants(string assemblyName)
    {
        var program = SourceDriver.Compilation(
            """
            using Camunda.ExternalTask;

            Console.WriteLine(Add(null!).Name + LoanBpmn.Topics.Check);
            await Task.CompletedTask;
            static ExternalTaskWorkerBuilder Add(ExternalTaskWorkerBuilder worker) => worker.AddHandlers();

            [TaskInput]
            partial record Loan(decimal Amount);

            [ExternalTaskHandler(LoanBpmn.Topics.Check)]
            partial class Check
            {
                public void Handle(Loan loan) { }
            }
            """);

        var options = program.Options.WithOutputKind(OutputKind.ConsoleApplication);

        Assert.Empty(Complaints(Complete(program.WithAssemblyName(assemblyName).WithOptions(options))));
    }

    [Fact]
    public void Named_registration_is_visible_everywhere_in_its_project_and_beside_AddCamundaExternalTasks_elsewhere()
    {
        var library = Complete(SourceDriver.Compilation(
            """
            using Camunda.ExternalTask;
            [assembly: ExternalTaskHandlers("AddLoanHandlers")]

            internal static class Elsewhere
            {
                public static ExternalTaskWorkerBuilder Add(ExternalTaskWorkerBuilder worker) => worker.AddLoanHandlers();
            }

            namespace Acme
            {
                internal sealed record Loan;

                [ExternalTaskHandler("check")]
                internal sealed partial class Check { public void Handle() { } }
            }
            """));
        var application = Complete(SourceDriver.Compilation(
            """
            using Microsoft.Extensions.DependencyInjection;

            internal static class Start
            {
                public static void Add(IServiceCollection services) => services.AddCamundaExternalTasks().AddLoanHandlers();
            }
            """).WithAssemblyName("App").AddReferences([library.ToMetadataReference(), .. SourceDriver.Extensions]));

        Assert.Empty(Complaints(library));
        Assert.Empty(Complaints(application));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Friends_do_not_see_what_is_generated_for_others(bool isCompiled, bool isInSameNamespace)
    {
        const string Friend = """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("App.Tests")]""";
        const string User = "class Program { object Topic => LoanBpmn.Topics.Check; }";
        var application = Complete(Worker(Friend, "App", "Check").WithAssemblyName("App"));
        var reference = isCompiled ? SourceDriver.Emit(application) : application.ToMetadataReference();

        var tests = Complete(Worker("", isInSameNamespace ? "App" : "App.Tests", "CheckAgain").WithAssemblyName("App.Tests").AddReferences(reference));
        var withoutOwn = Complete(SourceDriver.Compilation(User).WithAssemblyName("App.Tests").AddReferences(reference), files: []);

        Assert.Empty(Complaints(application));
        Assert.Empty(Complaints(tests));
        Assert.Equal("CS0103", Assert.Single(Complaints(withoutOwn)).Id);
    }

    [Theory]
    [InlineData(Declarer.Compiler)]
    [InlineData(Declarer.OtherGenerator)]
    [InlineData(Declarer.User)]
    [InlineData(Declarer.UserPartially)]
    public void Others_may_declare_the_attribute_that_hides_types(Declarer declarer)
    {
        var compilation = Worker("", "App", "Check");
        compilation = declarer switch
        {
            Declarer.User => compilation.AddSyntaxTrees(SourceDriver.Parse(EmbeddedAttribute, "Embedded.cs")),
            Declarer.UserPartially => compilation.AddSyntaxTrees(SourceDriver.Parse(EmbeddedAttribute.Replace("class", "partial class"), "Embedded.cs")),
            _ => compilation,
        };
        IIncrementalGenerator[] others = declarer switch
        {
            Declarer.Compiler => [new EmbeddingGenerator(isEarly: true)],
            Declarer.OtherGenerator => [new EmbeddingGenerator(isEarly: false)],
            _ => [],
        };

        Assert.Empty(Complaints(Complete(compilation, others)));
    }

    [Fact]
    public void Nothing_is_declared_where_nothing_is_hidden() => Assert.Empty(SourceDriver.Run("class None;").GeneratedSources);

    public enum Declarer
    {
        Compiler,
        OtherGenerator,
        User,
        UserPartially,
    }

    private const string EmbeddedAttribute = "namespace Microsoft.CodeAnalysis { internal sealed class EmbeddedAttribute : Attribute { } }";

    private static CSharpCompilation Worker(string attribute, string @namespace, string handler) => SourceDriver.Compilation(
        $$"""
        using Camunda.ExternalTask;
        {{attribute}}

        namespace {{@namespace}}
        {
            file static class Start
            {
                public static string Topic => LoanBpmn.Topics.Check;

                public static ExternalTaskWorkerBuilder Add(ExternalTaskWorkerBuilder worker) => worker.AddHandlers();
            }

            [ExternalTaskHandler(LoanBpmn.Topics.Check)]
            internal sealed partial class {{handler}}
            {
                public void Handle() { }
            }
        }
        """);

    private static Compilation Complete(CSharpCompilation compilation, params IIncrementalGenerator[] others) => Complete(compilation, [Model], others);

    private static Compilation Complete(CSharpCompilation compilation, AdditionalText[] files, params IIncrementalGenerator[] others) =>
        SourceDriver.Complete(compilation, LanguageVersion.CSharp12, others, files);

    /// <summary>What the compiler says anywhere: a warning is an error in many projects.</summary>
    private static IEnumerable<Diagnostic> Complaints(Compilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>Declares the attribute as current compilers offer it, or with the other sources that a generator writes.</summary>
    private sealed class EmbeddingGenerator(bool isEarly) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            if (isEarly)
            {
                context.RegisterPostInitializationOutput(static output => output.AddEmbeddedAttributeDefinition());
            }
            else
            {
                const string Partial = "namespace Microsoft.CodeAnalysis { internal sealed partial class EmbeddedAttribute : global::System.Attribute; }";
                context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource("Embedded.g.cs", Partial));
            }
        }
    }
}
