using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.ExceptionServices;
using System.Text;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Tests.Security;

[assembly: AssemblyFixture(typeof(CanaryWatch))]

namespace Camunda.ExternalTask.Tests.Security;

/// <summary>
/// Looks for secrets where they must not appear, during all tests of the assembly. Benches send <see cref="Secret"/> in a header and give each process
/// <see cref="Value"/> in a variable. The watch reads all log entries and scopes of the benches, and all activities, measurements and exceptions of the library.
/// </summary>
public sealed class CanaryWatch : IDisposable
{
    /// <summary>A credential.</summary>
    internal const string Secret = "cnry7Qk2+secret/ä<1>";

    /// <summary>The credential of a header, which holds ASCII only.</summary>
    internal const string HeaderSecret = "cnry7Qk2-header";

    /// <summary>The value of a variable.</summary>
    internal const string Value = "cnry7Qk2-value";

    private const string Mark = "cnry7Qk2";
    private static readonly string EncodedMark = Convert.ToBase64String(Encoding.UTF8.GetBytes($"demo:{Secret}"))[..16];
    private static readonly ConcurrentQueue<string> Found = new();

    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements = new();

    public CanaryWatch()
    {
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == WorkerMetrics.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = Check,
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == WorkerMetrics.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _measurements.SetMeasurementEventCallback<long>(static (instrument, _, tags, _) => Check(instrument, tags));
        _measurements.SetMeasurementEventCallback<double>(static (instrument, _, tags, _) => Check(instrument, tags));
        _measurements.Start();
    }

    /// <summary>Records a leak if a text that reached a sink contains a canary.</summary>
    internal static void Check(string sink, string? text)
    {
        if (IsLeak(text))
        {
            Found.Enqueue($"{sink}: {text}");
        }
    }

    internal static bool IsLeak(string? text) =>
        text is not null && (text.Contains(Mark, StringComparison.OrdinalIgnoreCase) || text.Contains(EncodedMark, StringComparison.Ordinal));

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        _activities.Dispose();
        _measurements.Dispose();
        Assert.True(Found.IsEmpty, $"Secrets reached:\n{string.Join('\n', Found)}");
    }

    private static void Thrown(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception.GetType() is { Namespace: { } place } type && type.Assembly == typeof(EngineException).Assembly && place.StartsWith("Camunda", StringComparison.Ordinal))
        {
            Check(type.Name, thrown.Exception.Message);
        }
    }

    private static void Check(Activity activity)
    {
        Check("activity", activity.DisplayName);
        foreach (var (name, value) in activity.TagObjects)
        {
            Check($"tag {name}", value?.ToString());
        }

        foreach (var happened in activity.Events)
        {
            Check($"event {happened.Name}", string.Join(' ', happened.Tags));
        }
    }

    private static void Check(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            Check($"{instrument.Name} {name}", value?.ToString());
        }
    }
}
