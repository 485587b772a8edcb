using System.Net.Http.Headers;
using NotifyReceiver.Petrosoft.Api.Calls;
using NotifyReceiver.Petrosoft.Api.Tokens;

namespace NotifyReceiver.Petrosoft.Api;

/// <summary>Asks the documents host with the shared access token, and once more with a newer one when the token was refused.</summary>
internal sealed class DocumentsHost(
    PetrosoftOptions options,
    Exchange exchange,
    AccessTokens tokens,
    TimeProvider clock
)
{
    // Gateways answer an expired token with 403 as well; one that was got just now is not the reason for it.
    private static readonly TimeSpan AgeToDoubt = TimeSpan.FromMinutes(1);

    public string? Refusal => tokens.Refusal;

    /// <summary>The reply, whatever its status.</summary>
    public async Task<Answer<Reply>> GetAsync(
        string path,
        (string Name, string Value)[] query,
        int largest,
        CancellationToken cancel
    )
    {
        var call = new Call(options.DocumentsUrl.Call(path, query), largest);
        var current = await tokens.CurrentAsync(cancel);
        return await current.ThenAsync(async token =>
        {
            var answer = await SendAsync(call, token, cancel);
            return MayHaveExpired(answer, token) ? await SendWithNewerAsync(call, token, cancel) : answer;
        });
    }

    private async Task<Answer<Reply>> SendWithNewerAsync(Call call, AccessToken refused, CancellationToken cancel)
    {
        var newer = await tokens.NewerThanAsync(refused, cancel);
        return await newer.ThenAsync(async token =>
        {
            var answer = await SendAsync(call, token, cancel);
            if (answer is Answer<Reply>.Got { Value.Status: StatusCodes.Status401Unauthorized })
            {
                tokens.Doubt(token);
            }
            return answer;
        });
    }

    private async Task<Answer<Reply>> SendAsync(Call call, AccessToken token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, call.Address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        // The one public client asks for archives so; a gateway may otherwise hand out its binary files as text.
        request.Headers.Accept.ParseAdd("application/gzip, */*");
        return await exchange.SendAsync(request, call.Largest, cancel);
    }

    private bool MayHaveExpired(Answer<Reply> answer, AccessToken token) =>
        answer is Answer<Reply>.Got { Value.Status: var status }
        && (
            status == StatusCodes.Status401Unauthorized
            || (status == StatusCodes.Status403Forbidden && token.AgeAt(clock.GetUtcNow()) >= AgeToDoubt)
        );

    private sealed record Call(Uri Address, int Largest);
}
