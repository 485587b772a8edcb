using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Simulators.Petrosoft.LoggingIn;

namespace NotifyReceiver.Simulators.Petrosoft.Answering;

/// <summary>Listing and fetching, for the bearer of a good token.</summary>
internal sealed class DocumentRequests(PetrosoftOptions options, Tokens tokens, DocumentShelf shelf)
{
    private const string Scheme = "Bearer ";

    public Judgement AccountLevelResources(ArrivedRequest request) =>
        Judge(
            request,
            Parameters.FromQuery(request.Query, "documentType"),
            parameters => Directories(shelf.Directories(null, parameters["documentType"]))
        );

    public Judgement BusinessUnitLevelResources(ArrivedRequest request) =>
        Judge(
            request,
            Parameters.FromQuery(request.Query, "documentType", "businessUnitId"),
            parameters => Directories(shelf.Directories(parameters["businessUnitId"], parameters["documentType"]))
        );

    public Judgement Documents(ArrivedRequest request)
    {
        var parameters = Parameters.FromQuery(request.Query, "resource", "start", "limit");
        var start = parameters.Number("start", least: 0);
        var limit = Math.Min(parameters.Number("limit", least: 1), options.LargestPage ?? int.MaxValue);
        return Judge(request, parameters, _ => Page(parameters["resource"], start, limit));
    }

    public Judgement Document(ArrivedRequest request) =>
        Judge(
            request,
            Parameters.FromQuery(request.Query, "path"),
            parameters =>
                shelf.At(parameters["path"]) is { } document
                    ? PetrosoftAnswers.File(document)
                    : PetrosoftAnswers.Error(StatusCodes.Status404NotFound, "path", "no document is there")
        );

    private Answer Directories(IReadOnlyList<string> all) =>
        PetrosoftAnswers.Resources([.. all.Take(options.MostListed ?? all.Count)], all.Count);

    private Answer Page(string resource, int start, int limit)
    {
        var all = shelf.In(resource);
        if (all.Count == 0)
        {
            return PetrosoftAnswers.Error(StatusCodes.Status404NotFound, "resource", "no such directory");
        }

        var listed = all.Take(options.MostListed ?? all.Count).Skip(Skipped(start, limit)).Take(limit).ToArray();
        int? total = options.TellsTotalCount ? all.Count : null;
        return listed.Length == 0 && options.RefusesStartBeyondTheEnd
            ? PetrosoftAnswers.Error(StatusCodes.Status400BadRequest, "start", "is beyond the end")
            : PetrosoftAnswers.Documents(listed, total);
    }

    private int Skipped(int start, int limit)
    {
        var skipped = options.Start switch
        {
            StartMeaning.PageFromZero => (long)start * limit,
            StartMeaning.PageFromOne => (Math.Max(start, 1) - 1L) * limit,
            _ => start,
        };
        return (int)Math.Min(skipped, int.MaxValue);
    }

    private Judgement Judge(ArrivedRequest request, Parameters parameters, Func<Parameters, Answer> answer)
    {
        if (request.Header("Authorization") is not [var header] || !header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return Judgement.Violation(StatusCodes.Status401Unauthorized, "Authorization", "must be a bearer token");
        }

        var token = header[Scheme.Length..];
        if (!tokens.IsKnown(token))
        {
            return Judgement.Violation(
                StatusCodes.Status401Unauthorized,
                "Authorization",
                "the token was never given out"
            );
        }

        if (!tokens.IsGood(token))
        {
            return Judgement.Refused(StatusCodes.Status401Unauthorized, "Authorization", "the token has expired");
        }

        return parameters.Faulty is null
            ? Judgement.Accepted(() => answer(parameters))
            : Judgement.Violation(StatusCodes.Status400BadRequest, parameters.Faulty, parameters.What);
    }
}
