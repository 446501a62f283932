using System.Globalization;
using System.Text;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Shared.Notation;
using Camunda.ExternalTask.Tests.Notation;
using Camunda.ExternalTask.Values.Scalars;
using Microsoft.Extensions.Configuration;

namespace Camunda.ExternalTask.Tests.Variables;

/// <summary>What variables and configuration take for a duration: what attributes take, and signs.</summary>
public class DurationTextTests
{
    public static TheoryData<string?, double?> Durations => NotationCases.Durations;

    public static TheoryData<string, double> SignedDurations => NotationCases.SignedDurations;

    [Theory, MemberData(nameof(Durations))]
    public void A_duration_of_a_variable_is_one_of_an_attribute(string? text, double? seconds)
    {
        Assert.Equal(seconds is not null, DurationText.TryParse(Encoding.UTF8.GetBytes(text ?? ""), out var duration));
        Assert.Equal(seconds ?? 0, duration.TotalSeconds);
    }

    [Theory, MemberData(nameof(SignedDurations))]
    public void A_duration_of_a_variable_may_be_negative(string text, double seconds)
    {
        Assert.True(DurationText.TryParse(Encoding.UTF8.GetBytes(text), out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory, MemberData(nameof(Durations))]
    public void A_duration_in_configuration_is_one_of_an_attribute(string? text, double? seconds) =>
        Assert.Equal(seconds is { } given ? TimeSpan.FromTicks((long)Math.Round(given * TimeSpan.TicksPerSecond)).ToString("c", CultureInfo.InvariantCulture) : text, Configured(text));

    [Theory, MemberData(nameof(SignedDurations))]
    public void A_negative_duration_in_configuration_reaches_the_check_of_options(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture), Configured(text));

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (var ticks in (long[])[0, 1, -1, 12_345_678, 864_000_000_000, -864_000_000_001, long.MaxValue, long.MinValue])
        {
            Assert.True(Iso8601Duration.TryParseSigned(Iso8601Duration.Format(new(ticks)), out var duration));
            Assert.Equal(ticks, duration.Ticks);
        }
    }

    private static string? Configured(string? text) => new DurationConfiguration(
        new ConfigurationBuilder().AddInMemoryCollection([new(nameof(ExternalTaskWorkerOptions.LockDuration), text)]).Build())[nameof(ExternalTaskWorkerOptions.LockDuration)];
}
