namespace NotifyReceiver.Certificates.Renewing.Timing;

/// <summary>When a certificate is due: when the CA says so, else by its age. Pure.</summary>
internal static class DueTime
{
    private const double LeftAtRenewal = 1.0 / 3;
    private const double LeftAtRenewalOfShortOnes = 1.0 / 2;
    private const double LeftInEmergency = 1.0 / 20;
    private const double MostJitter = 0.02;
    private const double ShareBetweenTwo = 1.0 / 10;

    private static readonly TimeSpan Short = TimeSpan.FromDays(10);
    private static readonly TimeSpan MostBetweenTwo = TimeSpan.FromDays(1);

    /// <param name="suggested">What was chosen in the CA's window (RFC 9773); null where it says nothing.</param>
    /// <param name="chance">From 0 up to 1, and the same whenever this certificate is asked about.</param>
    /// <param name="committed">When it became the current one.</param>
    public static Due Of(Lifetime lifetime, DateTimeOffset? suggested, double chance, DateTimeOffset committed)
    {
        var planned = suggested is { } at ? new Due(at, DueReason.Suggested) : ByAge(lifetime, chance);
        var emergency = lifetime.When(LeftInEmergency);
        var due = planned.At <= emergency ? planned : new Due(emergency, DueReason.Emergency);
        var earliest = EarliestAfter(committed, lifetime);
        return due.At >= earliest ? due : due with { At = earliest };
    }

    private static Due ByAge(Lifetime lifetime, double chance)
    {
        var left = lifetime.Whole <= Short ? LeftAtRenewalOfShortOnes : LeftAtRenewal;
        return new Due(lifetime.When(left) - (lifetime.Whole * (MostJitter * chance)), DueReason.Age);
    }

    // A CA whose suggestions lie in the past for ever, or a clock that is weeks ahead, must not make an order a minute.
    private static DateTimeOffset EarliestAfter(DateTimeOffset committed, Lifetime lifetime)
    {
        var share = lifetime.Whole * ShareBetweenTwo;
        return committed + (share < MostBetweenTwo ? share : MostBetweenTwo);
    }
}
