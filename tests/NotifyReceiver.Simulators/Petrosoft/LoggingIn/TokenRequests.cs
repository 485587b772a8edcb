using Microsoft.Net.Http.Headers;
using NotifyReceiver.Simulators.Loopback;
using NotifyReceiver.Simulators.Petrosoft.Answering;

namespace NotifyReceiver.Simulators.Petrosoft.LoggingIn;

/// <summary>Logging in and refreshing.</summary>
internal sealed class TokenRequests(PetrosoftOptions options, Tokens tokens)
{
    private TimeSpan? ToldLifetime => options.TellsTokenLifetime ? options.TokenLifetime : null;

    public Judgement LogIn(ArrivedRequest request)
    {
        var parameters = Parameters.FromJson(request.Body, "login", "password");
        if (Fault(request, parameters) is { } fault)
        {
            return fault;
        }

        return parameters["login"] == options.Login && parameters["password"] == options.Password
            ? Judgement.Accepted(() => PetrosoftAnswers.Tokens(tokens.Issue(), ToldLifetime))
            : Judgement.Violation(StatusCodes.Status401Unauthorized, "login", "login or password is wrong");
    }

    public Judgement Refresh(ArrivedRequest request)
    {
        var parameters = Parameters.FromJson(request.Body, "refresh_token");
        if (Fault(request, parameters) is { } fault)
        {
            return fault;
        }

        const string Field = "refresh_token";
        const string Expired = "is not good any more";
        return tokens.CanRefresh(parameters[Field])
            ? Judgement.Accepted(() =>
                tokens.Refresh(parameters[Field]) is { } refreshed
                    ? PetrosoftAnswers.Tokens(refreshed, ToldLifetime)
                    : PetrosoftAnswers.Error(StatusCodes.Status401Unauthorized, Field, Expired)
            )
            : Judgement.Refused(StatusCodes.Status401Unauthorized, Field, Expired);
    }

    private static Judgement? Fault(ArrivedRequest request, Parameters parameters)
    {
        if (
            !MediaTypeHeaderValue.TryParse(string.Join(", ", request.Header("Content-Type")), out var sent)
            || sent.MediaType != "application/json"
        )
        {
            return Judgement.Violation(
                StatusCodes.Status415UnsupportedMediaType,
                "Content-Type",
                "must be application/json"
            );
        }

        return parameters.Faulty is null
            ? null
            : Judgement.Violation(StatusCodes.Status400BadRequest, parameters.Faulty, parameters.What);
    }
}
