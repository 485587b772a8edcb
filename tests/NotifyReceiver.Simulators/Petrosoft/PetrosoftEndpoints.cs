using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Simulators.Misbehaving;
using NotifyReceiver.Simulators.Petrosoft.Answering;
using NotifyReceiver.Simulators.Petrosoft.LoggingIn;
using NotifyReceiver.Simulators.Petrosoft.Misbehaving;

namespace NotifyReceiver.Simulators.Petrosoft;

/// <summary>The addresses of both hosts, token and documents. The path is compared as sent.</summary>
internal sealed class PetrosoftEndpoints(
    PetrosoftOptions options,
    TokenRequests tokens,
    DocumentRequests documents,
    RequestCounts counts,
    Script<PetrosoftMisbehaviour> script,
    Holding holding
)
{
    private const string RedirectPath = "/redirected";

    private readonly Dictionary<string, Route> _routes = new(StringComparer.Ordinal)
    {
        ["/v1/auth/token"] = new("POST", PetrosoftEndpoint.Token, tokens.LogIn),
        ["/v1/auth/refresh_token"] = new("POST", PetrosoftEndpoint.RefreshToken, tokens.Refresh),
        ["/account-level-resources"] = new(
            "GET",
            PetrosoftEndpoint.AccountLevelResources,
            documents.AccountLevelResources
        ),
        ["/business-unit-level-resources"] = new(
            "GET",
            PetrosoftEndpoint.BusinessUnitLevelResources,
            documents.BusinessUnitLevelResources
        ),
        ["/business-documents"] = new("GET", PetrosoftEndpoint.BusinessDocuments, documents.Documents),
        ["/business-document"] = new("GET", PetrosoftEndpoint.BusinessDocument, documents.Document),
    };

    public async Task<Handled> HandleAsync(ArrivedRequest request, CancellationToken cancellationToken)
    {
        if (!_routes.TryGetValue(request.Path, out var route))
        {
            return Judgement.Violation(StatusCodes.Status404NotFound, "path", "does not exist").Refusal!;
        }

        counts.Add(route.Endpoint);
        var judgement =
            request.Method == route.Method
                ? route.Judge(request)
                : Judgement.Violation(StatusCodes.Status405MethodNotAllowed, "method", $"must be {route.Method}");
        return judgement.Refusal ?? new(await AnswerAsync(route.Endpoint, judgement.Answer, cancellationToken));
    }

    private async Task<Answer> AnswerAsync(
        PetrosoftEndpoint endpoint,
        Func<Answer> answer,
        CancellationToken cancellationToken
    )
    {
        var how = script.Take(how => how.Endpoint is null || how.Endpoint == endpoint);
        if (how?.Kind is PetrosoftMisbehaviourKind.Slow)
        {
            await holding.HoldAsync(how.Delay, cancellationToken);
        }

        return (how is null ? answer() : Misbehave(how, answer)) with
        {
            Gzip = options.CompressAnswers,
        };
    }

    private static Answer Misbehave(PetrosoftMisbehaviour how, Func<Answer> answer) =>
        how.Kind switch
        {
            PetrosoftMisbehaviourKind.Reset => Answer.Reset,
            PetrosoftMisbehaviourKind.Status => Answer.Json(
                how.StatusCode,
                how.Body ?? """{"error":"simulated"}"""
            ) with
            {
                RetryAfterSeconds = how.RetryAfterSeconds,
                RetryAt = how.RetryAt,
            },
            PetrosoftMisbehaviourKind.Redirect => Answer.Json(how.StatusCode, "") with
            {
                Location = how.Location ?? RedirectPath,
            },
            PetrosoftMisbehaviourKind.GarbageSuccess => Answer.Text(
                StatusCodes.Status200OK,
                "text/html",
                how.Body ?? "<html><body>Welcome to the captive portal</body></html>"
            ),
            PetrosoftMisbehaviourKind.TruncatedSuccess => answer() with { Ending = RequestEnding.CutShort },
            _ => answer(),
        };

    private sealed record Route(string Method, PetrosoftEndpoint Endpoint, Func<ArrivedRequest, Judgement> Judge);
}
