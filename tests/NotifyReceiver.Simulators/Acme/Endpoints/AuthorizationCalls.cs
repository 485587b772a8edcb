using System.Globalization;
using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Validating;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>RFC 8555 section 7.5.</summary>
internal sealed class AuthorizationCalls(CaLedger ledger, Validator validator)
{
    public AcmeReply Authorization(SignedRequest request, LedgerAccount account, int number)
    {
        var authorization = ledger.Authorization(number, account);
        authorization.Expire(ledger.Now);
        if (!request.IsPostAsGet)
        {
            Deactivate(request, authorization);
        }
        var isDone = authorization.Status is not "pending" && authorization.PollsLeft == 0;
        var isInWork = !isDone && authorization.Challenges.Any(each => each.Status is not "pending");
        var reply = Shown(authorization, isInWork);
        authorization.PollsLeft -= isInWork && authorization.PollsLeft > 0 ? 1 : 0;
        return reply;
    }

    public AcmeReply Challenge(SignedRequest request, LedgerAccount account, int number)
    {
        var authorization = ledger.AuthorizationOf(number, account);
        var challenge = authorization.Challenges.Single(each => each.Number == number);
        if (!request.IsPostAsGet)
        {
            if (request.Object().EnumerateObject().Any())
            {
                throw RefusalException.Violation("a challenge is declared ready by {}");
            }
            authorization.Expire(ledger.Now);
            if (authorization.Status is not ("pending" or "valid"))
            {
                throw new RefusalException(400, "malformed", $"the authorization is {authorization.Status}");
            }
            if (challenge.Status == "pending" && authorization.Status == "pending")
            {
                challenge.Status = "processing";
                authorization.Validation = validator.ValidateAsync(authorization, challenge);
            }
        }
        return AcmeReply.Of(200, Shown(challenge)) with
        {
            Links = [$"<{ledger.Address("authorization", authorization.Number)}>;rel=\"up\""],
        };
    }

    private static void Deactivate(SignedRequest request, LedgerAuthorization authorization)
    {
        if (!request.Object().TryGetProperty("status", out var status) || !status.ValueEquals("deactivated"))
        {
            throw RefusalException.Violation("an authorization can only be deactivated");
        }
        if (authorization.Status is not ("pending" or "valid"))
        {
            throw new RefusalException(400, "malformed", $"the authorization is {authorization.Status}");
        }
        authorization.Status = "deactivated";
    }

    private AcmeReply Shown(LedgerAuthorization authorization, bool isInWork) =>
        AcmeReply.Of(
            200,
            new
            {
                status = isInWork ? "pending" : authorization.Status,
                expires = authorization.Expires.UtcDateTime.ToString(
                    "yyyy-MM-ddTHH:mm:ssZ",
                    CultureInfo.InvariantCulture
                ),
                identifier = new { type = authorization.Name.Type, value = authorization.Name.Bare },
                wildcard = authorization.Name.IsWildcard ? true : (bool?)null,
                challenges = authorization
                    .Challenges.Where(each => authorization.Status is "pending" || each.Status is not "pending")
                    .Select(Shown),
            }
        ) with
        {
            RetryAfter = isInWork ? ledger.Behaviour.PollAfter : null,
        };

    private object Shown(LedgerChallenge challenge) =>
        new
        {
            type = challenge.Type,
            url = ledger.Address("challenge", challenge.Number),
            token = challenge.Token,
            status = challenge.Status,
            validated = challenge.Validated,
            error = challenge.Error is { } error ? AcmeReply.Problem(error) : null,
        };
}
