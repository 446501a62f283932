namespace Camunda.ExternalTask.Package.Tests;

/// <summary>What a user of the package meets. The package must have been packed before: the constructor asks for it.</summary>
public sealed class ConsumerTests(PackedPackage package, ConsumerProject consumer) : IClassFixture<ConsumerProject>
{
    [Fact]
    public async Task Builds_without_a_warning_and_works_off_a_task()
    {
        Assert.NotEmpty(package.Entries);

        var output = await consumer.RunAsync();

        Assert.Contains("constants: loanApproval creditScoreChecker CUSTOMER_UNKNOWN", output, StringComparison.Ordinal);
        Assert.Matches("""completed: .*"variables":\{"score":\{"type":"Integer","value":712\}\}""", output);
    }

    [Fact]
    public async Task Mistakes_are_reported_by_the_analyzers_in_the_package()
    {
        var (exitCode, output) = await consumer.BuildAsync("DefineConstants=NOT_PARTIAL");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CET1001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compiler_that_is_too_old_is_named_as_the_cause()
    {
        var (exitCode, output) = await consumer.BuildAsync("CompilerApiVersion=roslyn4.7");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CET0001: Camunda.ExternalTask needs the C# compiler 4.8 or later", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_can_be_chosen_by_hand()
    {
        var (exitCode, output) = await consumer.BuildAsync("EnableDefaultBpmnItems=false");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CS0103: The name 'LoanBpmn' does not exist", output, StringComparison.Ordinal);
    }
}
