using System.Net.Http.Headers;
using System.Text.Json;
using NotifyReceiver.Petrosoft.Api.Calls;

namespace NotifyReceiver.Petrosoft.Api.Tokens;

/// <summary>The two token endpoints, each asked once. Nothing of what they answer is repeated in a message.</summary>
internal sealed class TokenHost(PetrosoftOptions options, Exchange exchange, TimeProvider clock)
{
    private const string LogInPath = "/v1/auth/token";
    private const string RefreshPath = "/v1/auth/refresh_token";
    private const int LargestReply = 1024 * 1024;

    public Task<Answer<TokenPair>> LogInAsync() =>
        PostAsync(
            LogInPath,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["login"] = options.Login!,
                ["password"] = options.Password!,
            }
        );

    public Task<Answer<TokenPair>> RefreshAsync(string refreshToken) =>
        PostAsync(
            RefreshPath,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["refresh_token"] = refreshToken }
        );

    // Many callers wait for the one token, so none of them may cancel it.
    private async Task<Answer<TokenPair>> PostAsync(string path, Dictionary<string, string> body)
    {
        var asked = clock.GetUtcNow();
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, options.AuthUrl.Call(path)) { Content = content };
        request.Headers.Accept.ParseAdd("application/json");
        var answer = await exchange.SendAsync(request, LargestReply, CancellationToken.None);
        return answer switch
        {
            // A token is short: what is too large here is some other host's page.
            Answer<Reply>.Refused refused => new Answer<TokenPair>.Failed(refused.Detail),
            _ => answer.Then(reply => Judge(reply, path, asked)),
        };
    }

    private static Answer<TokenPair> Judge(Reply reply, string path, DateTimeOffset asked) =>
        reply.Status switch
        {
            _ when reply.IsSuccess => Read(reply, asked),
            StatusCodes.Status400BadRequest
            or StatusCodes.Status401Unauthorized
            or StatusCodes.Status403Forbidden
            or StatusCodes.Status422UnprocessableEntity
            or StatusCodes.Status423Locked => new Answer<TokenPair>.AccountRefused(reply.Detail),
            _ => new Answer<TokenPair>.Failed($"{reply.Detail} to {path}", reply.RetryAfter),
        };

    private static Answer<TokenPair> Read(Reply reply, DateTimeOffset asked)
    {
        var (root, problem) = JsonReply.Parse(reply.Body);
        if (root is not { } json)
        {
            return new Answer<TokenPair>.Failed($"{reply.Detail}, but {problem}");
        }
        if (TokenReading.Read(json, asked) is { } tokens)
        {
            return new Answer<TokenPair>.Got(tokens);
        }
        // Some hosts refuse with a 200; asking on would lock the account as surely.
        return new Answer<TokenPair>.AccountRefused($"{reply.Detail} without a usable access_token");
    }
}
