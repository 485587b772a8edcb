namespace NotifyReceiver.Petrosoft.Api.Tokens;

/// <summary>What a log-in or a refresh returns. No record: its text would show the refresh token.</summary>
/// <param name="refresh">Buys the next access token; null when the host returned none.</param>
internal sealed class TokenPair(AccessToken access, string? refresh)
{
    public AccessToken Access => access;

    public string? Refresh => refresh;
}
