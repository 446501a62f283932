namespace Camunda.ExternalTask.Compiler.Benchmarks;

/// <summary>What a step costs: processor time, which other programs on the machine change least, and memory.</summary>
/// <remarks>Of several rounds the least counts, because others on the machine only add to it.</remarks>
internal readonly record struct Cost(double Milliseconds, double Megabytes)
{
    private const double Megabyte = 1_000_000;

    public static Cost Worst => new(double.MaxValue, double.MaxValue);

    public static Cost Of<T>(T input, Action<T> step)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Environment.CpuUsage.TotalTime;
        step(input);
        return new((Environment.CpuUsage.TotalTime - started).TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / Megabyte);
    }

    public Cost Least(Cost other) => new(Math.Min(Milliseconds, other.Milliseconds), Math.Min(Megabytes, other.Megabytes));
}
