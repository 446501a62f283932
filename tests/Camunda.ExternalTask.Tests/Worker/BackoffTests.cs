using Camunda.ExternalTask.Http;

namespace Camunda.ExternalTask.Tests.Worker;

public class BackoffTests
{
    [Fact]
    public void Case128_and_130_The_bound_doubles_up_to_the_cap_and_never_overflows()
    {
        var first = TimeSpan.FromMilliseconds(500);
        var cap = TimeSpan.FromMinutes(1);

        Assert.Equal([500, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000], Enumerable.Range(1, 9).Select(attempt => Backoff.Bound(attempt, first, cap).TotalMilliseconds));
        Assert.Equal(cap, Backoff.Bound(1_000_000, first, cap));
    }

    [Fact]
    [Trait("Situation", "15")]
    public void Case128_and_130_Waits_lie_between_nothing_and_the_bound_and_use_all_of_it()
    {
        var random = new Random(1);
        var waits = Enumerable.Range(0, 2000).Select(_ => Backoff.FullJitter(random, 3, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30)).TotalMilliseconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, 0, 400));
        Assert.True(waits.Min() < 10 && waits.Max() > 390 && waits.Average() is > 180 and < 220);
    }

    [Fact]
    public void Any_factor_and_any_number_of_failures_end_at_the_cap()
    {
        var cap = TimeSpan.FromDays(1);

        Assert.Equal(cap, Backoff.Bound(int.MaxValue, TimeSpan.FromSeconds(1), cap, factor: 1e300));
        Assert.Equal(TimeSpan.FromSeconds(1), Backoff.Bound(int.MaxValue, TimeSpan.FromSeconds(1), cap, factor: 1));
    }
}
