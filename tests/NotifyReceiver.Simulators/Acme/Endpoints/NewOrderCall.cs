using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>RFC 8555 section 7.4, with profiles and <c>replaces</c> (RFC 9773 section 5).</summary>
internal sealed class NewOrderCall(CaLedger ledger)
{
    private const int TokenBytes = 32;

    private static readonly TimeSpan OrderLifetime = TimeSpan.FromDays(7);

    private readonly OrderLimits _limits = new(ledger);

    public AcmeReply Place(SignedRequest request, LedgerAccount account)
    {
        var payload = request.Object();
        var names = NamesOf(payload);
        var (profile, replaces) = (Text(payload, "profile"), Text(payload, "replaces"));
        ledger.Placed.Add(
            new PlacedOrder(
                ledger.NextNumber(),
                account.Number,
                ledger.Now,
                [.. names.Select(name => name.Value)],
                profile,
                replaces
            )
        );
        CheckTerms(account);
        CheckNames(names);
        if (profile is not null && !ledger.Behaviour.Profiles.ContainsKey(profile))
        {
            throw new RefusalException(400, "invalidProfile", $"there is no profile {profile}");
        }
        if (replaces is not null)
        {
            _limits.CheckReplaces(replaces, account, names);
        }
        _limits.Check(names, replaces);
        var order = new LedgerOrder(ledger.Placed[^1].Number, account, names)
        {
            Authorizations = [.. names.Select(name => AuthorizationFor(name, account))],
            Expires = ledger.Now + OrderLifetime,
            Profile = profile,
            Replaces = replaces,
        };
        ledger.Orders.Add(order);
        return OrderCalls.Shown(ledger, 201, order) with { Location = ledger.Address("order", order.Number) };
    }

    private static List<LedgerName> NamesOf(JsonElement payload)
    {
        if (payload.TryGetProperty("notBefore", out _) || payload.TryGetProperty("notAfter", out _))
        {
            throw RefusalException.Violation("notBefore and notAfter are not taken here");
        }
        var names =
            payload.TryGetProperty("identifiers", out var identifiers) && identifiers.ValueKind == JsonValueKind.Array
                ? identifiers
                    .EnumerateArray()
                    .Select(each => new LedgerName(Text(each, "type") ?? "", Text(each, "value") ?? ""))
                    .ToList()
                : [];
        if (names.Count == 0 || names.Distinct().Count() != names.Count)
        {
            throw RefusalException.Violation("an order needs identifiers, each once");
        }
        if (names.Find(name => name.Type is not ("dns" or "ip")) is { } other)
        {
            throw new RefusalException(400, "unsupportedIdentifier", $"{other.Type} is no type of identifier here");
        }
        return names.Find(name => !name.IsWellFormed) is { } flawed
            ? throw RefusalException.Violation($"{flawed.Value} is no {flawed.Type} in lower case")
            : names;
    }

    private void CheckTerms(LedgerAccount account)
    {
        if (ledger.Behaviour.TermsOfService is { } terms && terms != account.Terms)
        {
            throw new RefusalException(403, "userActionRequired", "the terms of service have changed")
            {
                Terms = terms,
                Instance = new Uri($"https://ca.example/agree/{account.Number}"),
            };
        }
    }

    private void CheckNames(List<LedgerName> names)
    {
        var rejected = names.Where(name => ledger.Behaviour.RejectedNames.Contains(name.Bare)).ToList();
        if (rejected.Count > 0)
        {
            throw new RefusalException(400, "rejectedIdentifier", "for some names nothing is issued")
            {
                Subproblems =
                [
                    .. rejected.Select(name => new
                    {
                        type = "urn:ietf:params:acme:error:rejectedIdentifier",
                        detail = $"{name.Value} is on a list",
                        identifier = name.ToWire(),
                    }),
                ],
            };
        }
        if (names.Find(name => ledger.Behaviour.ForbiddenByCaa.Contains(name.Bare)) is { } forbidden)
        {
            throw new RefusalException(403, "caa", $"the CAA records of {forbidden.Value} forbid it");
        }
    }

    private LedgerAuthorization AuthorizationFor(LedgerName name, LedgerAccount account)
    {
        var reusable = ledger.Authorizations.Find(each =>
        {
            each.Expire(ledger.Now);
            return each.Account == account && each.Name == name && each.Status == "valid";
        });
        if (reusable is not null && ledger.Behaviour.AuthorizationReuse is not null)
        {
            return reusable;
        }
        var made = new LedgerAuthorization(ledger.NextNumber(), account, name)
        {
            Expires = ledger.Now + OrderLifetime,
            Challenges = [.. ChallengesFor(name)],
            PollsLeft = ledger.Behaviour.PollsBeforeDone,
        };
        ledger.Authorizations.Add(made);
        return made;
    }

    private IEnumerable<LedgerChallenge> ChallengesFor(LedgerName name) =>
        ledger
            .Behaviour.Challenges.Where(type => type == "dns-01" ? !name.IsAddress : !name.IsWildcard)
            .Select(type => new LedgerChallenge(
                ledger.NextNumber(),
                type,
                Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes))
            ));

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
