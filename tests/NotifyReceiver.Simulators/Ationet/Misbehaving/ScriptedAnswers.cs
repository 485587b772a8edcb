using NotifyReceiver.Simulators.Ationet.Answering;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Simulators.Misbehaving;

namespace NotifyReceiver.Simulators.Ationet.Misbehaving;

/// <summary>Answers an accepted request the way the script says.</summary>
internal sealed class ScriptedAnswers(Script<AtionetMisbehaviour> script, Holding holding, LateStoring late)
{
    public const string RedirectPath = "/v1/redirected";

    public async Task<Answer> AnswerAsync(AcceptedRequest request, CancellationToken cancellationToken)
    {
        var how = script.Take(how => how.Concerns(request));
        if (how is null)
        {
            return request.Perform();
        }

        if (how.Kind is AtionetMisbehaviourKind.Slow)
        {
            await holding.HoldAsync(how.Delay, cancellationToken);
            return request.Perform();
        }

        if (how.Kind is AtionetMisbehaviourKind.SlowAfterStoring)
        {
            var answer = request.Perform();
            await holding.HoldAsync(how.Delay, cancellationToken);
            return answer;
        }

        if (how.Kind is AtionetMisbehaviourKind.StoredLate)
        {
            late.StoreAfter(how.Delay, () => request.Perform());
            return Answer.Reset;
        }

        if (how.Kind is AtionetMisbehaviourKind.PartlyStored)
        {
            request.PerformFor(place => how.Stores(place, request.Tanks));
            return Answer.Json(how.StatusCode, how.Body ?? AtionetAnswers.TripleText(how.Code, how.Message));
        }

        var usual =
            (how.ChoosesStoring && how.Stored) || how.Kind is AtionetMisbehaviourKind.ResetAfterStoring
                ? request.Perform()
                : null;
        return Replacement(how, usual ?? AtionetAnswers.Success);
    }

    private static Answer Replacement(AtionetMisbehaviour how, Answer usual) =>
        how.Kind switch
        {
            AtionetMisbehaviourKind.Status => Failure(how),
            AtionetMisbehaviourKind.GarbageSuccess => Answer.Text(
                StatusCodes.Status200OK,
                "text/html",
                how.Body ?? "<html><body>Welcome to the captive portal</body></html>"
            ),
            AtionetMisbehaviourKind.EmptySuccess => Answer.Json(StatusCodes.Status200OK, ""),
            AtionetMisbehaviourKind.TruncatedSuccess => usual with { Ending = RequestEnding.CutShort },
            AtionetMisbehaviourKind.Redirect => Answer.Json(how.StatusCode, "") with { Location = RedirectPath },
            AtionetMisbehaviourKind.ResponseCode => Answer.Json(
                StatusCodes.Status200OK,
                how.Body ?? AtionetAnswers.TripleText(how.Code, how.Message)
            ),
            _ => Answer.Reset,
        };

    private static Answer Failure(AtionetMisbehaviour how)
    {
        var body = how.Body ?? AtionetAnswers.TripleText(AtionetCodes.InternalError, error: "simulated");
        return Answer.Json(how.StatusCode, body) with { RetryAfterSeconds = how.RetryAfterSeconds };
    }
}
