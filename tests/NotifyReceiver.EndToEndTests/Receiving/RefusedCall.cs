namespace NotifyReceiver.EndToEndTests.Receiving;

/// <summary>A call that must be refused, and how.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Problem">The last part of the problem's type, which callers may branch on.</param>
/// <param name="Help">What the detail must mention so that the caller can mend the call.</param>
/// <param name="Curl">The arguments; <c>{webhook}</c> and <c>{root}</c> stand for addresses.</param>
internal sealed record RefusedCall(int Status, string Problem, string Help, params string[] Curl)
{
    public bool HasKey { get; init; } = true;
}
