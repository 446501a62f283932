namespace Camunda.ExternalTask.Tests.Worker;

public class RetryCycleTests
{
    [Theory]
    [InlineData("PT10S,PT1M,PT5M", 3, 10)]
    [InlineData("R3/PT30S", 2, 30)]
    [InlineData(" R1/PT30S ", 0, 0)]
    [InlineData("PT0S", 1, 0)]
    [InlineData("", 0, 0)]
    public void The_engine_s_notation_is_read(string text, int retries, int firstSeconds)
    {
        var cycle = RetryCycle.Parse(text);

        Assert.Equal(retries, cycle.Retries);
        Assert.Equal(TimeSpan.FromSeconds(firstSeconds), cycle.IntervalBefore(retries));
    }

    [Theory]
    [InlineData("R/PT5S")]
    [InlineData("5 minutes")]
    [InlineData("PT5S,,PT6S")]
    [InlineData("R3/PT5S,PT6S")]
    [InlineData("-PT5S")]
    public void What_is_no_retry_cycle_is_refused_with_an_example(string text) =>
        Assert.Contains("R3/PT30S", Assert.Throws<FormatException>(() => RetryCycle.Parse(text)).Message);

    [Fact]
    public void It_prints_what_it_read() => Assert.Equal("PT10S,PT1M,PT5M", RetryCycle.Parse("PT10S,PT1M,PT5M").ToString());
}
