namespace LoanApproval.Running;

/// <summary>Compares where the applications ended with where they had to end.</summary>
internal sealed record LoanOutcome
{
    /// <summary>For each ending, the number of applications that reached it and the number that had to.</summary>
    public required IReadOnlyDictionary<Ending, (int Reached, int Expected)> Endings { get; init; }

    /// <summary>One line for each application that ended elsewhere, more than once, or not at all.</summary>
    public required IReadOnlyList<string> Deviations { get; init; }

    public required int BpmnErrors { get; init; }

    public required int Failures { get; init; }

    public required int Incidents { get; init; }

    /// <summary>The number of remaining tasks, locked or not.</summary>
    public required int OpenTasks { get; init; }

    public required int LockedTasks { get; init; }

    public bool IsRight => Deviations.Count == 0 && Incidents == 0 && OpenTasks == 0 && LockedTasks == 0;

    public static async Task<LoanOutcome> OfAsync(LoanHistory history, int count)
    {
        var reached = await history.GetEndingsAsync();
        var expected = Enumerable.Range(1, count).ToDictionary(ApplicationMaker.IdOf, number => ExpectedEnding.Of(ApplicationMaker.Make(number)));
        return new()
        {
            Endings = Enum.GetValues<Ending>().ToDictionary(ending => ending, ending => (
                reached.Sum(application => application.Count(end => end == ending.ToString())),
                expected.Values.Count(end => end == ending))),
            Deviations = [.. expected.Select(pair => Deviation(pair.Key, pair.Value, [.. reached[pair.Key]])).OfType<string>()],
            BpmnErrors = await history.CountVisitsAsync("CustomerNotFound"),
            Failures = await history.CountFailuresAsync(),
            Incidents = await history.CountIncidentsAsync(),
            OpenTasks = await history.CountOpenTasksAsync(),
            LockedTasks = await history.CountLockedTasksAsync(),
        };
    }

    private static string? Deviation(string application, Ending expected, string[] reached) => reached switch
    {
        [var one] when one == expected.ToString() => null,
        [] => $"{application} has not ended; expected {expected}.",
        _ => $"{application} ended at {string.Join(", ", reached)}; expected {expected}.",
    };
}
