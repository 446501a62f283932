using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>The bounds and the jitter of the waits after failed calls.</summary>
public class BackoffPlanTests
{
    [Fact]
    public void Waits_after_failed_polls_have_jitter_unless_it_is_switched_off()
    {
        var plan = new BackoffPlan();
        var random = new Random(1);

        var waits = Enumerable.Range(0, 100).Select(_ => plan.WaitAfter(3, random)).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromMilliseconds(400)));
        Assert.True(waits.Distinct().Count() > 90);
        Assert.Equal(TimeSpan.FromMilliseconds(400), (plan with { Jitter = false }).WaitAfter(3, random));
    }

    [Fact]
    public void A_refused_request_is_repeated_less_often()
    {
        var plan = new BackoffPlan { Jitter = false };

        Assert.Equal(TimeSpan.FromSeconds(5), plan.WaitAfter(20, new(1)));
        Assert.Equal(TimeSpan.FromSeconds(30), plan.WaitAfter(20, new(1), isRefused: true));
        Assert.Equal(TimeSpan.FromSeconds(60), (plan with { MaxDelay = TimeSpan.FromSeconds(60) }).WaitAfter(20, new(1), isRefused: true));
    }

    [Theory]
    [InlineData(true, true, 80)]
    [InlineData(true, false, 80)]
    [InlineData(false, true, 200)]
    [InlineData(false, false, 200)]
    public void The_third_wait_after_a_failed_settlement_has_four_times_the_first_bound(bool isSoon, bool isLocked, int bound) =>
        Assert.InRange(LongestWait(3, isSoon, isLocked), TimeSpan.FromMilliseconds(bound * 0.95), TimeSpan.FromMilliseconds(bound));

    [Theory]
    [InlineData(true, true, 1)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 5)]
    [InlineData(false, false, 30)]
    public void Waits_after_failed_settlements_have_a_cap(bool isSoon, bool isLocked, int cap) =>
        Assert.InRange(LongestWait(50, isSoon, isLocked), TimeSpan.FromSeconds(cap * 0.95), TimeSpan.FromSeconds(cap));

    [Fact]
    public void A_held_result_waits_from_five_to_sixty_seconds() =>
        Assert.Equal([5, 10, 20, 40, 60, 60], Enumerable.Range(1, 6).Select(tries => SettleBackoff.WaitWhileHeld(tries).TotalSeconds));

    [Fact]
    public void A_first_wait_above_the_cap_is_the_cap()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), Backoff.Bound(1, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(1), Backoff.Bound(0, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
    }

    private static TimeSpan LongestWait(int tries, bool isSoon, bool isLocked)
    {
        var random = new Random(1);
        return Enumerable.Range(0, 1000).Max(_ => SettleBackoff.WaitAfter(random, tries, isSoon, isLocked));
    }
}
