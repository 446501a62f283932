using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.CodeFixes.Fixes;

namespace Camunda.ExternalTask.Analyzers.Tests.Fixes;

public class WriteIsoDurationCodeFixTests
{
    [Theory]
    [InlineData("00:01:00", "PT1M")]
    [InlineData("1.12:00:30", "P1DT12H30S")]
    [InlineData("00:00:00.5", "PT0.5S")]
    [InlineData("5m", "PT5M")]
    [InlineData("1h 30min", "PT1H30M")]
    [InlineData("90 seconds", "PT1M30S")]
    [InlineData("pt1m", "PT1M")]
    [InlineData("P5M", "PT5M")]
    [InlineData("60", "PT1M")]
    [InlineData("PT5", "PT5M")]
    public Task Writes_a_lock_duration(string written, string iso) => FixTest<WriteIsoDurationCodeFix>.RunAsync(
        WithLock($"{{|CET8001:\"{written}\"|}}"),
        WithLock($"\"{iso}\""));

    [Fact]
    public async Task Reads_a_number_as_milliseconds_if_asked()
    {
        var test = new FixTest<WriteIsoDurationCodeFix>(WithLock("""{|CET8001:"60000"|}"""), WithLock("\"PT1M\""))
        {
            CodeActionEquivalenceKey = "milliseconds",
        };

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("a minute")]
    [InlineData("P1Y")]
    [InlineData("-00:01:00")]
    [InlineData("99999999999")]
    [InlineData("")]
    public Task Leaves_alone_what_it_does_not_understand(string written) =>
        FixTest<WriteIsoDurationCodeFix>.HasNoneAsync(WithLock($"{{|CET8001:\"{written}\"|}}"));

    [Theory]
    [InlineData("R3/5M", "R3/PT5M")]
    [InlineData("R/PT5M", "R3/PT5M")]
    [InlineData("R3/ PT5M", "R3/PT5M")]
    [InlineData("r5/00:00:30", "R5/PT30S")]
    [InlineData("10s,1m,PT5M", "PT10S,PT1M,PT5M")]
    [InlineData("PT10S;PT1M", "PT10S,PT1M")]
    [InlineData("10,60", "PT10S,PT1M")]
    [InlineData("R3PT5M", "R3/PT5M")]
    [InlineData("3x10s", "R4/PT10S")]
    [InlineData("3", "R4/PT30S")]
    public Task Writes_a_retry_cycle(string written, string iso) => FixTest<WriteIsoDurationCodeFix>.RunAsync(
        WithRetries($"{{|CET4005:\"{written}\"|}}"),
        WithRetries($"\"{iso}\""));

    [Theory]
    [InlineData("three times")]
    [InlineData("R9999/PT1S")]
    [InlineData("PT10S,later")]
    public Task Leaves_a_retry_cycle_alone_that_it_does_not_understand(string written) =>
        FixTest<WriteIsoDurationCodeFix>.HasNoneAsync(WithRetries($"{{|CET4005:\"{written}\"|}}"));

    private static string WithLock(string duration) => Handler($"LockDuration = {duration}");

    private static string WithRetries(string cycle) => Handler($"RetryCycle = {cycle}");

    private static string Handler(string setting) =>
        $$"""
        [ExternalTaskHandler("charge", {{setting}})]
        public partial class Charge
        {
            public void Handle() { }
        }
        """;
}
