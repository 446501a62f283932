using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Tests;

/// <summary>The samples are compiled into this assembly, too, and run by other tests.</summary>
public sealed class SnapshotTests
{
    public static TheoryData<string> Samples => [.. Directory.GetFiles(SamplesDirectory, "*.cs").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string SamplesDirectory => Path.Combine(SourceDriver.ProjectDirectory, "Samples");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Generated_text_is_the_snapshot(string sample) => Snapshot.Matches(sample, SourceDriver.Run(Source(sample), Models(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Generated_text_compiles_without_a_warning(string sample)
    {
        var complete = SourceDriver.Complete(SourceDriver.Compilation(Source(sample)), Models(sample));

        Assert.Empty(SourceDriver.Complaints(complete));
    }

    internal static string Source(string sample) => File.ReadAllText(Path.Combine(SamplesDirectory, $"{sample}.cs"));

    internal static AdditionalText[] Models(string sample) =>
        [.. Directory.GetFiles(SamplesDirectory, $"{sample}.bpmn").Select(path => new TextFile(path, File.ReadAllText(path)))];
}
