namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>Chooses from a seed which requests fail and how.</summary>
/// <param name="seed">The seed. Requests of several connections race for its numbers, so a run repeats the mix, not every single fault.</param>
/// <param name="oneIn">One request in this many fails.</param>
internal sealed class FaultPlan(int seed, int oneIn)
{
    private static readonly Fault[] Faults = Enum.GetValues<Fault>();

    private readonly Random _random = new(seed);
    private readonly int[] _counts = new int[Faults.Length];
    private int _requests;

    public bool IsActive { get; set; } = true;

    public int Requests => _requests;

    public int Broken => _counts.Sum();

    public Fault? Next()
    {
        lock (_random)
        {
            _requests++;
            if (!IsActive || _random.Next(oneIn) != 0)
            {
                return null;
            }

            var fault = Faults[_random.Next(Faults.Length)];
            _counts[(int)fault]++;
            return fault;
        }
    }

    public override string ToString() => string.Join(", ", Faults.Select(fault => $"{fault} {_counts[(int)fault]}"));
}
