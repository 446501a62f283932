using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tests.Notation;

namespace Camunda.ExternalTask.Tests.Worker;

public class RetryCycleTests
{
    public static TheoryData<string?, double[]?> Cycles => NotationCases.RetryCycles;

    [Theory, MemberData(nameof(Cycles))]
    public void A_retry_cycle_means_what_it_means_to_the_engine(string? text, double[]? seconds)
    {
        if (text is null)
        {
            Assert.Throws<ArgumentNullException>(() => RetryCycle.Parse(text!));
            return;
        }

        if (seconds is null)
        {
            Assert.Contains("R3/PT30S", Assert.Throws<FormatException>(() => RetryCycle.Parse(text)).Message);
            return;
        }

        var cycle = RetryCycle.Parse(text);

        Assert.Equal(seconds.Length, cycle.Retries);
        Assert.Equal(seconds, Enumerable.Range(0, cycle.Retries).Select(done => cycle.IntervalBefore(cycle.Retries - done).TotalSeconds));
    }

    [Theory, MemberData(nameof(Cycles))]
    public void The_options_take_the_retry_cycles_that_attributes_take(string? text, double[]? seconds)
    {
        var options = new ExternalTaskWorkerOptions { BaseAddress = new("http://localhost/"), RetryCycle = text! };
        if (text is not null)
        {
            options.Topics["t"] = new() { RetryCycle = text };
        }

        var result = new OptionsCheck(new("")).Validate("", options);

        Assert.Equal(seconds is not null, result.Succeeded);
        Assert.All(result.Failures ?? [], failure => Assert.Contains($"RetryCycle '{text}' is not a retry cycle", failure));
    }

    [Theory]
    [InlineData("PT10S,PT1M,P1D", "PT10S,PT1M,P1D")]
    [InlineData("R3/PT30S", "PT30S,PT30S")]
    [InlineData("R1/PT30S", "R1/PT0S")]
    public void It_prints_what_means_the_same(string text, string printed)
    {
        Assert.Equal(printed, RetryCycle.Parse(text).ToString());
        Assert.Equal(RetryCycle.Parse(text).Retries, RetryCycle.Parse(printed).Retries);
    }
}
