using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

internal static class PassingTime
{
    private const int TurnsOfThePool = 500;

    /// <summary>Lets the fake clock run until a task has ended, and gives the real work between two steps its turns.</summary>
    public static async Task PassUntilAsync(this FakeTimeProvider time, Task end)
    {
        await time.PassUntilAsync(() => end.IsCompleted);
        await end;
    }

    /// <summary>Lets the fake clock run until a condition holds, for at most an hour of its time.</summary>
    public static async Task PassUntilAsync(this FakeTimeProvider time, Func<bool> holds)
    {
        var start = time.GetUtcNow();
        while (!holds())
        {
            Assert.True(time.GetUtcNow() - start < TimeSpan.FromHours(1), "The condition does not hold after an hour.");
            for (var turn = 0; turn < TurnsOfThePool && !holds(); turn++)
            {
                await Task.Run(static () => { }, CancellationToken.None);
            }

            time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
