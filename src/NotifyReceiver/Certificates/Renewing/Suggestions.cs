using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Accounts;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Certificates.Lineages;
using NotifyReceiver.Certificates.Renewing.Planning;
using NotifyReceiver.Certificates.Renewing.Timing;

namespace NotifyReceiver.Certificates.Renewing;

/// <summary>Asks the CA that issued a certificate when to renew it (RFC 9773). Whatever it answers, or does not, blocks nothing.</summary>
internal sealed class Suggestions(
    CaClients clients,
    AcmeOptions options,
    Chance chance,
    TimeProvider clock,
    ILogger<Suggestions> log
)
{
    /// <summary>The state with the CA's word in it, where it was time to ask.</summary>
    public async Task<RenewalState> RefreshAsync(RenewalState state, Generation current, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ca = options.All.FirstOrDefault(it => it.Directory.AbsoluteUri == current.Note.From);
        if (ca is null || state.Lookup?.AsOf(now).IsOverAt(now) == false)
        {
            return state;
        }
        using var leaf = GenerationLeaf.Of(current);
        if (leaf is null)
        {
            return state;
        }
        var names = string.Join(", ", current.Note.Names);
        var (window, problem) = await clients.For(ca).RenewalWindowAsync(leaf, cancel);
        if (window is null)
        {
            return WithoutWord(state, problem!, ca, names);
        }
        var chosen = ChosenTime.In(window.Start, window.End, state.Suggested, chance.Next());
        if (chosen is not null && chosen != state.Suggested)
        {
            log.Suggested(ca.Directory.Host, names, chosen.At, window.Explanation);
        }
        return state with
        {
            Suggested = chosen,
            Lookup = Pause.Of(LookupSchedule.Next(window.RetryAfter), clock.GetUtcNow()),
        };
    }

    private RenewalState WithoutWord(RenewalState state, AcmeProblem problem, CaOptions ca, string names)
    {
        log.NotSuggested(ca.Directory.Host, names, problem.InWords);
        // A CA that cannot be reached has not taken back what it said; one that knows nothing of the certificate has.
        var isTakenBack = problem.Kind is ProblemKind.NotOffered or ProblemKind.NotFound;
        return state with
        {
            Suggested = isTakenBack ? null : state.Suggested,
            Lookup = Pause.Of(LookupSchedule.Next(problem.RetryAfter), clock.GetUtcNow()),
        };
    }
}
