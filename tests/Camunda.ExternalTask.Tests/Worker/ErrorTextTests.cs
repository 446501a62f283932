using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Tests.Worker;

public class ErrorTextTests
{
    [Fact]
    [Trait("Situation", "49")]
    public void A_message_is_cut_before_the_character_the_limit_would_split()
    {
        var message = new string('x', 665) + "😀 and more";

        Assert.Equal(new string('x', 665), ErrorText.CutMessage(message));
    }

    [Fact]
    public void A_character_that_just_fits_is_kept()
    {
        var message = new string('x', 664) + "😀 and more";

        Assert.Equal(new string('x', 664) + "😀", ErrorText.CutMessage(message));
    }

    [Fact]
    public void A_lone_half_of_a_character_is_replaced() => Assert.Equal("a\uFFFDb", ErrorText.CutMessage("a\uD83Db"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void There_is_always_a_message(string? message) => Assert.NotEqual("", ErrorText.CutMessage(message).Trim());
}
