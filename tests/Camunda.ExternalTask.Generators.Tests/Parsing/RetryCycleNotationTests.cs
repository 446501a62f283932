using Camunda.ExternalTask.Shared.Parsing;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

public sealed class RetryCycleNotationTests
{
    [Theory]
    [InlineData("R3/PT30S", new[] { 30, 30, 30 })]
    [InlineData("R0/PT0S", new int[0])]
    [InlineData("PT10S,PT1M,PT5M", new[] { 10, 60, 300 })]
    [InlineData("PT10S, PT1M", new[] { 10, 60 })]
    [InlineData("PT5M", new[] { 300 })]
    public void Reads(string text, int[] seconds)
    {
        Assert.True(RetryCycleNotation.TryParse(text, out var intervals));
        Assert.Equal(seconds.Select(second => TimeSpan.FromSeconds(second)), intervals);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("R")]
    [InlineData("R/PT5M")]
    [InlineData("R3")]
    [InlineData("R3/")]
    [InlineData("R3/5M")]
    [InlineData("R-1/PT5M")]
    [InlineData("R+1/PT5M")]
    [InlineData("R1001/PT5M")]
    [InlineData("R3/PT5M/PT5M")]
    [InlineData("PT5M,")]
    [InlineData(",PT5M")]
    [InlineData("PT5M;PT6M")]
    [InlineData("${cycle}")]
    public void Refuses(string? text) => Assert.False(RetryCycleNotation.TryParse(text, out _));
}
