using System.Globalization;
using System.Text;
using Camunda.ExternalTask;

namespace Batch;

/// <summary>Reads a file of measurements line by line, and writes a report and the sorted values.</summary>
[ExternalTaskHandler(ReadingsBpmn.Topics.SummarizeReadings, LockDuration = "PT1M")]
public sealed partial class SummarizeReadings(Interruption interruption)
{
    public async Task<Summary> HandleAsync(Input input, CancellationToken cancellationToken)
    {
        // The worker has fetched only the name of the file. The content is streamed from the engine.
        await using var content = await input.Readings.OpenReadAsync(cancellationToken);
        using var lines = new StreamReader(content);
        var values = new List<int>();
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            values.Add(int.Parse(line, CultureInfo.InvariantCulture));
            await interruption.PassAsync(values.Count, cancellationToken);
        }

        values.Sort();
        var report = string.Create(CultureInfo.InvariantCulture, $"count;{values.Count}\nmedian;{values[values.Count / 2]}\n");
        return new(
            values.Count,
            new CamundaFile("report.csv", Encoding.UTF8.GetBytes(report), "text/csv"),
            Encoding.UTF8.GetBytes(string.Join('\n', values)));
    }

    [TaskInput]
    public sealed partial record Input(CamundaFile Readings);

    /// <param name="Count">The number of values.</param>
    /// <param name="Report">A small file.</param>
    /// <param name="Sorted">The values as Bytes: a String could have at most 4,000 characters.</param>
    [TaskOutput]
    public sealed partial record Summary(int Count, CamundaFile Report, ReadOnlyMemory<byte> Sorted);
}
