using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;
using Microsoft.CodeAnalysis.Testing;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class RegisterHandlersOfReferenceCodeFixTests
{
    // What the generator adds to a project with handlers.
    private const string Generated = """

        internal static class ExampleExternalTaskHandlers
        {
            public static ExternalTaskWorkerBuilder AddHandlers(this ExternalTaskWorkerBuilder worker) => worker;
        }
        """;

    [Fact]
    public Task Continues_the_chain_on_a_new_line() => FixTest<RegisterHandlersOfReferenceCodeFix>.RunAsync(
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Start
        {
            public static void Add(IServiceCollection services) => services
                .AddCamundaExternalTasks()
                .{|CET1023:AddHandlers|}()
                .UseBasicAuthentication("demo", "demo");
        }
        """ + Generated,
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Start
        {
            public static void Add(IServiceCollection services) => services
                .AddCamundaExternalTasks()
                .AddHandlers()
                .AddLoanHandlers()
                .UseBasicAuthentication("demo", "demo");
        }
        """ + Generated);

    [Fact]
    public Task Continues_the_chain_on_the_same_line() => FixTest<RegisterHandlersOfReferenceCodeFix>.RunAsync(
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Start
        {
            public static void Add(ExternalTaskWorkerBuilder worker)
            {
                worker.{|CET1023:AddHandlers|}(); // all
            }
        }
        """ + Generated,
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Start
        {
            public static void Add(ExternalTaskWorkerBuilder worker)
            {
                worker.AddHandlers().AddLoanHandlers(); // all
            }
        }
        """ + Generated);

    [Fact]
    public Task Replaces_the_call_in_a_project_without_handlers() => FixTest<RegisterHandlersOfReferenceCodeFix>.RunAsync(
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Start
        {
            public static void Add(IServiceCollection services) => services.AddCamundaExternalTasks().{|CET1023:{|CS1061:AddHandlers|}|}();
        }
        """,
        """
        using Microsoft.Extensions.DependencyInjection;

        public static class Start
        {
            public static void Add(IServiceCollection services) => services.AddCamundaExternalTasks().AddLoanHandlers();
        }
        """);

    [Fact]
    public async Task Shares_the_handlers_of_a_project_of_the_solution_first()
    {
        const string Start = """
            public static class Start
            {
                public static void Add(ExternalTaskWorkerBuilder worker) => worker.METHOD();
            }
            """;
        var test = new FixTest<RegisterHandlersOfReferenceCodeFix>(
            Start.Replace("METHOD", "{|CET1023:AddHandlers|}", StringComparison.Ordinal),
            Start.Replace("METHOD", "AddAcmeLoansHandlers", StringComparison.Ordinal),
            compiles: false);
        foreach (var state in (SolutionState[])[test.TestState, test.FixedState])
        {
            state.AdditionalProjects[LoanLibrary.AssemblyName].Sources.Add(("CheckLoan.cs", LoanLibrary.Handler));
            state.AdditionalProjects[LoanLibrary.AssemblyName].AdditionalReferences.AddRange(RuleCompilation.References.Where(reference => reference != LoanLibrary.Reference));
            state.AdditionalProjectReferences.Add(LoanLibrary.AssemblyName);
        }

        test.TestState.AdditionalReferences.Remove(LoanLibrary.Reference);
        test.FixedState.AdditionalProjects[LoanLibrary.AssemblyName].Sources.Add(
            ("ExternalTaskHandlers.cs", "[assembly: Camunda.ExternalTask.ExternalTaskHandlers(\"AddAcmeLoansHandlers\")]\n"));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Does_not_change_an_assembly_that_is_not_in_the_solution()
    {
        const string Source = """
            public static class Start
            {
                public static void Add(ExternalTaskWorkerBuilder worker) => worker.{|CET1023:AddHandlers|}();

                public static void AddOther(ExternalTaskWorkerBuilder worker) => worker.AddHandler<Other>();
            }
            """;
        await RunAsync(Source);
        await RunAsync(Source.Replace("{|CET1023:AddHandlers|}", "AddHandlers", StringComparison.Ordinal).Replace("<Other>", "<Acme.Loans.CheckLoan>", StringComparison.Ordinal));

        static Task RunAsync(string source)
        {
            var test = new FixTest<RegisterHandlersOfReferenceCodeFix>(source, source, compiles: false);
            test.TestState.AdditionalReferences.Remove(LoanLibrary.Reference);
            test.TestState.AdditionalReferences.Add(LoanLibrary.Unnamed);
            return test.RunAsync(TestContext.Current.CancellationToken);
        }
    }
}
