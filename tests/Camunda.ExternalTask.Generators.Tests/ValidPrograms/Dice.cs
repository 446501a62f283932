namespace Camunda.ExternalTask.Generators.Tests.ValidPrograms;

/// <summary>The choices of a seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Of<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    public void Shuffle<T>(T[] items) => _random.Shuffle(items);
}
