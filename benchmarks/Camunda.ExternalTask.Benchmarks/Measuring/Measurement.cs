using System.Text.Json;
using System.Text.Json.Serialization;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>What one run cost, for each task.</summary>
internal sealed record Measurement(string Client, double TasksPerSecond, double CpuMicroseconds, double AllocatedBytes)
{
    public string ToJson() => JsonSerializer.Serialize(this, MeasurementJson.Default.Measurement);

    public static Measurement Parse(string json) => JsonSerializer.Deserialize(json, MeasurementJson.Default.Measurement)!;

    /// <summary>The median of each number on its own.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> measurements) => new(
        measurements[0].Client,
        Median(measurements.Select(one => one.TasksPerSecond)),
        Median(measurements.Select(one => one.CpuMicroseconds)),
        Median(measurements.Select(one => one.AllocatedBytes)));

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

[JsonSerializable(typeof(Measurement))]
internal sealed partial class MeasurementJson : JsonSerializerContext;
