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
            parameters => PetrosoftAnswers.Resources(shelf.Directories(null, parameters["documentType"]))
        );

    public Judgement BusinessUnitLevelResources(ArrivedRequest request) =>
        Judge(
            request,
            Parameters.FromQuery(request.Query, "documentType", "businessUnitId"),
            parameters =>
                PetrosoftAnswers.Resources(shelf.Directories(parameters["businessUnitId"], parameters["documentType"]))
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

    private Answer Page(string resource, int start, int limit) =>
        shelf.In(resource) is { Count: > 0 } documents
            ? PetrosoftAnswers.Documents(documents.Skip(start).Take(limit))
            : PetrosoftAnswers.Error(StatusCodes.Status404NotFound, "resource", "no such directory");

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
