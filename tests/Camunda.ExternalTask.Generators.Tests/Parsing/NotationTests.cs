using Camunda.ExternalTask.Generators.Tests.Driving;
using Camunda.ExternalTask.Shared.Notation;
using Camunda.ExternalTask.Tests.Notation;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

/// <summary>What attributes take for a duration and for a retry cycle.</summary>
public sealed class NotationTests
{
    public static TheoryData<string?, double[]?> RetryCycles => NotationCases.RetryCycles;

    public static TheoryData<string?, double?> Durations => NotationCases.Durations;

    public static TheoryData<string, double> SignedDurations => NotationCases.SignedDurations;

    [Theory, MemberData(nameof(RetryCycles))]
    public void A_retry_cycle_means_what_it_means_to_the_engine(string? text, double[]? seconds)
    {
        Assert.Equal(seconds is not null, RetryCycleNotation.TryParse(text, out var intervals));
        Assert.Equal(seconds ?? [], intervals.Select(static interval => interval.TotalSeconds));
    }

    [Theory, MemberData(nameof(Durations))]
    public void A_duration_has_one_meaning(string? text, double? seconds)
    {
        Assert.Equal(seconds is not null, Iso8601Duration.TryParse(text, out var duration));
        Assert.Equal(seconds ?? 0, duration.TotalSeconds);
    }

    [Theory, MemberData(nameof(SignedDurations))]
    public void A_duration_of_an_attribute_has_no_sign(string text, double seconds)
    {
        Assert.False(Iso8601Duration.TryParse(text, out _));
        Assert.True(Iso8601Duration.TryParseSigned(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData("R3/PT30S", "RetryCycle.Repeat(2, global::System.TimeSpan.FromSeconds(30))")]
    [InlineData("R2/PT30S", "RetryCycle([global::System.TimeSpan.FromSeconds(30)])")]
    [InlineData("R1/PT30S", "RetryCycle.None")]
    public void R3_in_an_attribute_is_three_attempts(string cycle, string generated)
    {
        var sources = SourceDriver.Run($$"""
            using Camunda.ExternalTask;
            [ExternalTaskHandler("a", RetryCycle = "{{cycle}}")]
            public partial class A
            {
                public void Handle() { }
            }
            """).GeneratedSources;

        Assert.Contains(sources, source => source.SourceText.ToString().Contains(generated, StringComparison.Ordinal));
    }
}
