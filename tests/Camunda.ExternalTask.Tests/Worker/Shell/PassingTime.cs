using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

internal static class PassingTime
{
    private const int TurnsOfThePool = 500;

    /// <summary>Lets the fake clock run until a task has ended, and gives the real work between two steps its turns.</summary>
    public static async Task PassUntilAsync(this FakeTimeProvider time, Task end)
    {
        while (!end.IsCompleted)
        {
            for (var turn = 0; turn < TurnsOfThePool && !end.IsCompleted; turn++)
            {
                await Task.Run(static () => { }, CancellationToken.None);
            }

            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        await end;
    }
}
