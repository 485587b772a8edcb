using System.Globalization;
using NotifyReceiver.Simulators.Ationet.Misbehaving;

namespace NotifyReceiver.Tests.Dispatching.Histories;

/// <summary>
/// What a host may do to those that call it, short of lying: it never says that it took what it did not, nor that it refused what
/// it took. Where nobody can look, it does not fail at what it has taken either, for then nobody could know.
/// </summary>
internal static class Weather
{
    private static readonly string[] Actions = ["701", "702", "981"];
    private static readonly int[] Refusals = [400, 422, 401, 403];
    private static readonly int[] Redirects = [302, 307];
    private static readonly int[] Failures = [503, 408];
    private static readonly int[] Unclear = [409, 500, 502, 504];

    private static readonly Func<Dice, AtionetMisbehaviour>[] WithoutAnswer =
    [
        dice => AtionetMisbehaviour.Slow(TimeSpan.FromSeconds(dice.Next(1, 60))),
        dice => AtionetMisbehaviour.SlowAfterStoring(TimeSpan.FromSeconds(dice.Next(1, 60))),
        _ => AtionetMisbehaviour.ResetBeforeStoring(),
        _ => AtionetMisbehaviour.ResetAfterStoring(),
        dice => AtionetMisbehaviour.GarbageSuccess(dice.Coin()),
        dice => AtionetMisbehaviour.EmptySuccess(dice.Coin()),
        dice => AtionetMisbehaviour.TruncatedSuccess(dice.Coin()),
        dice => AtionetMisbehaviour.Redirect(dice.Any(Redirects)),
        dice => AtionetMisbehaviour.ResponseCode("50000", stored: dice.Coin()),
        dice => AtionetMisbehaviour.Status(dice.Any(Unclear)) with { Stored = dice.Coin() },
    ];

    private static readonly Func<Dice, AtionetMisbehaviour>[] WithAnswer =
    [
        _ => AtionetMisbehaviour.ResponseCode("10000"),
        _ => AtionetMisbehaviour.ResponseCode("40005"),
        _ => AtionetMisbehaviour.PartlyStored(400),
        _ => AtionetMisbehaviour.PartlyStored("10000") with { ActionCode = "701" },
        dice => AtionetMisbehaviour.Status(429, retryAfterSeconds: dice.Coin() ? null : dice.Next(120)),
        dice => AtionetMisbehaviour.Status(dice.Any(Refusals)),
    ];

    private static readonly Func<Dice, bool, AtionetMisbehaviour>[] Failing =
    [
        (dice, canLook) =>
            AtionetMisbehaviour.ResponseCode("10000", stored: !canLook || dice.Coin()) with
            {
                ActionCode = "701",
            },
        (dice, canLook) =>
            AtionetMisbehaviour.Status(404, body: "<html>not here</html>") with
            {
                Stored = canLook && dice.Coin(),
            },
        (dice, canLook) =>
            AtionetMisbehaviour.Status(dice.Any(Failures), retryAfterSeconds: dice.Next(90)) with
            {
                Stored = canLook && dice.Coin(),
            },
    ];

    public static AtionetMisbehaviour Next(Dice dice, bool canLook, IReadOnlyList<string> terminals)
    {
        var how = dice.Next(10) switch
        {
            < 4 => dice.Any(WithoutAnswer)(dice),
            < 6 => dice.Any(WithAnswer)(dice),
            < 8 => dice.Any(Failing)(dice, canLook),
            _ when canLook => AtionetMisbehaviour.StoredLate(TimeSpan.FromSeconds(dice.Next(20, 290))),
            _ => AtionetMisbehaviour.ResetAfterStoring(),
        };
        return how with
        {
            Times = dice.Next(1, 4),
            Terminal = dice.Next(3) == 0 ? dice.Any(terminals) : null,
            ActionCode = how.ActionCode ?? (dice.Next(3) == 0 ? dice.Any(Actions) : null),
            Tank = dice.Next(5) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{dice.Next(1, 4):00}") : null,
        };
    }
}
