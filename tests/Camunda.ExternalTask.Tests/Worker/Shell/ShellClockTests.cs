using Camunda.ExternalTask.Worker.Shell;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class ShellClockTests
{
    [Fact]
    [Trait("Situation", "51")]
    public async Task The_timer_reports_how_late_it_runs()
    {
        var late = new TaskCompletionSource<TimeSpan>();
        await using var clock = new ShellClock(TimeProvider.System, late.SetResult);

        clock.TickAfter(TimeSpan.Zero);

        Assert.InRange(await late.Task, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    [Trait("Situation", "80")]
    public async Task The_jump_of_a_test_clock_is_not_a_delay()
    {
        var time = new FakeTimeProvider();
        TimeSpan? late = null;
        await using var clock = new ShellClock(time, value => late = value);

        clock.TickAfter(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.Zero, late);
    }
}
