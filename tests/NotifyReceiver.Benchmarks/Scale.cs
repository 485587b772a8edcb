namespace NotifyReceiver.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">How many times each side is measured, in turn.</param>
/// <param name="Rows">How many rows a side works through in a round.</param>
internal sealed record Scale(int Rounds, int Rows)
{
    public static readonly Scale Full = new(Rounds: 5, Rows: 10_000);

    /// <summary>Shows that it runs; its figures say nothing.</summary>
    public static readonly Scale Quick = new(Rounds: 1, Rows: 500);
}
