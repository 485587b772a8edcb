namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>Chance that a seed tells again.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

#pragma warning disable CA5394 // Nobody gains by guessing it.
    public int Next(int below) => _random.Next(below);

    public int Next(int from, int below) => _random.Next(from, below);

    /// <summary>A seed for another.</summary>
    public int NextSeed() => _random.Next();
#pragma warning restore CA5394

    public bool Coin() => Next(2) == 0;

    public T Any<T>(IReadOnlyList<T> of) => of[Next(of.Count)];
}
