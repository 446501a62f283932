using Camunda.ExternalTask.Analyzers.Models;

namespace Camunda.ExternalTask.Analyzers.Tests.Models;

public class NearMissTests
{
    [Theory]
    [InlineData("ChargeCard", "charge-card")]
    [InlineData("charge_card", "charge-card")]
    [InlineData("chargecard", "charge-card")]
    [InlineData("refnud", "refund")]
    [InlineData("refunds", "refund")]
    [InlineData("notfy-custmer", "notify-customer")]
    public void Finds_what_was_meant(string written, string meant) =>
        Assert.Equal(meant, NearMiss.Find(written, ["charge-card", "refund", "notify-customer", "pay"]));

    [Theory]
    [InlineData("pax")]
    [InlineData("reword")]
    [InlineData("charge")]
    [InlineData("")]
    public void Leaves_another_name_alone(string written) =>
        Assert.Null(NearMiss.Find(written, ["charge-card", "refund", "notify-customer", "pay"]));

    [Fact]
    public void Prefers_the_nearest() => Assert.Equal("charge-cart", NearMiss.Find("charge-kart", ["charge-bard", "charge-cart"]));
}
