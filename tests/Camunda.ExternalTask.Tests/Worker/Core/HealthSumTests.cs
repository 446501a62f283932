using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>The figures of several groups and cores, and times that do not begin at zero.</summary>
public class HealthSumTests
{
    [Fact]
    public void Counts_are_added_and_the_longest_delay_counts()
    {
        var one = new CoreHealth { OverdueHandlers = 1, DelayedResults = 2, TimerDelay = TimeSpan.FromSeconds(1) };
        var other = new CoreHealth { OverdueHandlers = 4, DelayedResults = 8, TimerDelay = TimeSpan.FromSeconds(2) };

        foreach (var worst in new[] { CoreHealth.Worst(one, other), CoreHealth.Worst(other, one) })
        {
            Assert.Equal((5, 10, TimeSpan.FromSeconds(2)), (worst.OverdueHandlers, worst.DelayedResults, worst.TimerDelay));
        }
    }

    [Fact]
    public void A_group_without_credentials_counts_before_one_that_fails_for_longer()
    {
        var failing = new CoreHealth { FailingFor = TimeSpan.FromSeconds(5), PollError = CoreHarness.Refused };
        var refused = new CoreHealth { FailingFor = TimeSpan.FromSeconds(1), PollError = new(401, "no"), IsRefused = true };

        Assert.Equal(401, CoreHealth.Worst(refused, failing).PollError!.Status);
        Assert.Equal(401, CoreHealth.Worst(failing, refused).PollError!.Status);
    }

    [Fact]
    public void Missing_credentials_are_told_until_a_poll_is_answered()
    {
        var harness = CoreHarness.Started();
        harness.FailPoll(harness.Group.LongPoll!, new(401, "no"));
        Assert.True(harness.Core.ReadHealth(harness.Now).IsRefused);

        harness.Advance(TimeSpan.FromSeconds(1));
        harness.AnswerPoll(harness.Group.LongPoll!);

        var health = harness.Core.ReadHealth(harness.Now);
        Assert.Equal((false, null), (health.IsRefused, health.PollError));
    }

    [Fact]
    public void Ages_are_differences()
    {
        var harness = CoreHarness.Started();
        harness.Advance(TimeSpan.FromSeconds(60));
        harness.AnswerPoll(harness.Group.LongPoll!, harness.Task());
        harness.End(harness.Single(WorkerActionKind.StartHandler).Task);
        harness.Advance(TimeSpan.FromSeconds(7));

        var health = harness.Core.ReadHealth(harness.Now);

        Assert.Equal((TimeSpan.FromSeconds(7), 0, true), (health.LastPollAge, health.DelayedResults, health.IsResponding));
    }
}
