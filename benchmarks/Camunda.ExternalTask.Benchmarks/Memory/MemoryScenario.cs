namespace Camunda.ExternalTask.Benchmarks;

/// <summary>A list of tasks whose processing is measured.</summary>
internal sealed record MemoryScenario(string Name, IReadOnlyList<LargeTask> Tasks)
{
    private const int Million = 1_000_000;

    public static readonly IReadOnlyList<MemoryScenario> All =
    [
        new("100 tasks of 100 characters", Repeat(100, new(LargeTaskKind.Text, 100))),
        new("a response of 1 GB in one task", [new(LargeTaskKind.TooLarge, 1000 * Million), .. Repeat(10, new(LargeTaskKind.Text, 100))]),
        new("a response of 1 GB in 63 tasks", Repeat(63, new(LargeTaskKind.Text, 16 * Million))),
        new("a response of 64 MB in 64 tasks", Repeat(64, new(LargeTaskKind.Text, Million))),
        new("50 MB variable, read as bytes", [new(LargeTaskKind.Bytes, 50 * Million)]),
        new("50 MB variable, read as text", [new(LargeTaskKind.Text, 50 * Million)]),
        new("50 MB variable, written as text", [new(LargeTaskKind.Output, 50 * Million)]),
        new("100 tasks of 1 MB", Repeat(100, new(LargeTaskKind.Text, Million))),
        new("nested 1,000 to 1,000,000 levels", [.. Nested(), .. Repeat(100, new(LargeTaskKind.Text, 100))]),
        new("100,000 tasks with poison", [.. Poison(100_000)]),
    ];

    private static LargeTask[] Repeat(int count, LargeTask task) => [.. Enumerable.Repeat(task, count)];

    private static IEnumerable<LargeTask> Nested() =>
        from size in (int[])[1_000, 100_000, Million]
        from kind in (LargeTaskKind[])[LargeTaskKind.Nested, LargeTaskKind.NestedText]
        select new LargeTask(kind, size);

    private static IEnumerable<LargeTask> Poison(int count)
    {
        for (var number = 0; number < count; number++)
        {
            yield return (number % 50_000, number % 5_000, number % 100) switch
            {
                (25_000, _, _) => new(LargeTaskKind.Bytes, 50 * Million),
                (30_000, _, _) => new(LargeTaskKind.Nested, 100_000),
                (_, 2_500, _) => new(LargeTaskKind.Text, Million),
                (_, _, 7) => new(LargeTaskKind.Undecodable, 10),
                _ => new(LargeTaskKind.Text, 20),
            };
        }
    }
}
