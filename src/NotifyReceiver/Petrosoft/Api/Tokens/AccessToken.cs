namespace NotifyReceiver.Petrosoft.Api.Tokens;

/// <summary>Goes behind Bearer. No record: its text would show the value.</summary>
/// <param name="obtained">When it was asked for.</param>
/// <param name="lifetime">How long it is good for; null when the host does not tell.</param>
internal sealed class AccessToken(string value, DateTimeOffset obtained, TimeSpan? lifetime)
{
    private const int MarginDivisor = 10;

    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);

    public string Value => value;

    public TimeSpan AgeAt(DateTimeOffset now) => now - obtained;

    /// <summary>Whether it is worth sending: the last tenth of its life, a minute at most, is left alone.</summary>
    public bool IsGoodAt(DateTimeOffset now) => lifetime is not { } life || AgeAt(now) < life - Margin(life);

    private static TimeSpan Margin(TimeSpan life)
    {
        var tenth = life / MarginDivisor;
        return tenth < LongestMargin ? tenth : LongestMargin;
    }
}
