using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Renewing.Planning;

namespace NotifyReceiver.Certificates.Renewing;

/// <summary>Reads from disk how it stands with a certificate; also for commands, while the service runs or not.</summary>
internal sealed class RenewalReading(
    LineageDirectory lineages,
    RenewalStates states,
    AcmeOptions options,
    TimeProvider clock
)
{
    private readonly string _settings = SettingsPrint.Of(options);

    public DateTimeOffset Now => clock.GetUtcNow();

    public IEnumerable<RenewalStatus> All() => options.Certificates.Select(names => Of(names).Status);

    /// <summary>Whether this lineage is among those that are renewed.</summary>
    public bool Renews(string lineage) =>
        options.Certificates.Any(names => LineageName.For(LineageName.Acme, names) == lineage);

    public bool IsAnyMissing() =>
        options.Certificates.Any(names => lineages.Open(LineageName.For(LineageName.Acme, names)).Current() is null);

    public RenewalSituation Of(IReadOnlyList<string> names)
    {
        var lineage = LineageName.For(LineageName.Acme, names);
        var current = lineages.Open(lineage).Current();
        var state = states.Of(lineage).For(current?.Name, _settings);
        var now = Now;
        // A pause that was written while the clock was ahead runs from now on, and not from now on at each look.
        return state.Pause is { } pause && pause.AsOf(now) is var asOfNow && asOfNow != pause
            ? Keep(new RenewalSituation(lineage, names, current, state, now), state with { Pause = asOfNow })
            : new RenewalSituation(lineage, names, current, state, now);
    }

    public RenewalSituation Keep(RenewalSituation situation, RenewalState state)
    {
        if (state != situation.State)
        {
            states.Keep(situation.Lineage, state);
        }
        return situation with { State = state, Now = Now };
    }
}
