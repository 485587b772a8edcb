namespace NotifyReceiver.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">How many times each side is measured, in turn.</param>
/// <param name="Rows">How many rows of an outbox a side works through in a round.</param>
/// <param name="Turn">For how long a side is posted to in a round, at most.</param>
/// <param name="Calls">How many calls it gets in a round, at most.</param>
/// <param name="Stored">How many notifications the product has stored before it is measured.</param>
/// <param name="Sizes">How many are stored where growth is measured, the smallest first.</param>
internal sealed record Scale(int Rounds, int Rows, TimeSpan Turn, int Calls, int Stored, IReadOnlyList<int> Sizes)
{
    public static readonly Scale Usual = new(
        Rounds: 5,
        Rows: 10_000,
        TimeSpan.FromSeconds(2),
        Calls: 20_000,
        Stored: 0,
        Sizes: [10_000, 1_000_000]
    );

    /// <summary>Shows that it runs; its figures say nothing.</summary>
    public static readonly Scale Quick = Usual with
    {
        Rounds = 1,
        Rows = 500,
        Turn = TimeSpan.FromSeconds(0.2),
        Calls = 500,
        Sizes = [1_000, 20_000],
    };

    /// <summary>As much as compiles the code of a side to the end before it is measured.</summary>
    public Scale Warming => this with { Turn = Turn * 4, Calls = Calls * 2 };

    /// <summary>The same with the largest history that there is a goal for.</summary>
    public Scale WithLargest => this with { Sizes = [.. Sizes, 5_000_000] };
}
