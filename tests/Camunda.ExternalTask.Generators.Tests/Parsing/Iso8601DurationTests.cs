using System.Xml;
using Camunda.ExternalTask.Shared.Parsing;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

public sealed class Iso8601DurationTests
{
    [Theory]
    [InlineData("PT1M")]
    [InlineData("PT90S")]
    [InlineData("P1D")]
    [InlineData("P1DT2H3M4S")]
    [InlineData("PT0S")]
    [InlineData("PT0.5S")]
    [InlineData("PT1H30M")]
    public void Agrees_with_the_framework(string text)
    {
        Assert.True(Iso8601Duration.TryParse(text, out var duration));
        Assert.Equal(XmlConvert.ToTimeSpan(text), duration);
    }

    [Theory]
    [InlineData("P2W", 14 * 86_400)]
    [InlineData("P1WT1S", 7 * 86_400 + 1)]
    [InlineData("PT0,25S", 0.25)]
    public void Reads_weeks_and_the_comma(string text, double seconds)
    {
        Assert.True(Iso8601Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1M")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("PT1D")]
    [InlineData("P1H")]
    [InlineData("PT1M1H")]
    [InlineData("PT1M1M")]
    [InlineData("PT1.5M")]
    [InlineData("PT.5S")]
    [InlineData("PT5.S")]
    [InlineData("PT1..5S")]
    [InlineData("-PT1S")]
    [InlineData("PT-1S")]
    [InlineData("pt1s")]
    [InlineData("PT1S ")]
    [InlineData("PTS")]
    [InlineData("PT1TS")]
    [InlineData("PT٣S")]
    [InlineData("PT999999999999999999999S")]
    [InlineData("P99999999999W")]
    public void Refuses(string? text) => Assert.False(Iso8601Duration.TryParse(text, out _));
}
