using NotifyReceiver.Certificates.Issuing.Options;

namespace NotifyReceiver.Certificates.Renewing.Planning;

/// <summary>
/// Which CA is asked next. The first three times the first; after that the second and the first in turn, so that either is found
/// again when the other stays away. One that asked for rest is passed over while the other does not rest. Pure.
/// </summary>
internal static class CaChoice
{
    private const int FailuresBeforeTheSecond = 3;

    /// <param name="failures">Attempts that failed in a row.</param>
    public static CaOptions Of(AcmeOptions options, int failures, IReadOnlyList<AskedRest> rests, DateTimeOffset now)
    {
        if (options.Second is not { } second)
        {
            return options.First;
        }
        var isSecondsTurn = failures >= FailuresBeforeTheSecond && (failures - FailuresBeforeTheSecond) % 2 == 0;
        var (turn, other) = isSecondsTurn ? (second, options.First) : (options.First, second);
        return Rests(turn, rests, now) && !Rests(other, rests, now) ? other : turn;
    }

    private static bool Rests(CaOptions ca, IReadOnlyList<AskedRest> rests, DateTimeOffset now) =>
        rests.Any(rest => rest.Ca == ca.Section && rest.LastsAt(now));
}
