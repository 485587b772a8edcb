using System.Globalization;

namespace NotifyReceiver.Petrosoft.Api.Tokens;

/// <summary>
/// The one access token of this process. However many callers need a new one at the same time, one request fetches it; and after
/// the account was refused, nobody asks for a while.
/// </summary>
internal sealed class AccessTokens(
    PetrosoftOptions options,
    TokenHost host,
    TimeProvider clock,
    ILogger<AccessTokens> log
)
{
    /// <summary>How long a refusal of the account stands: accounts lock when a wrong password is tried again and again.</summary>
    public static readonly TimeSpan RefusalStands = TimeSpan.FromMinutes(15);

    /// <summary>How long a new token that was refused is not renewed: what is refused is then something else.</summary>
    public static readonly TimeSpan DoubtStands = TimeSpan.FromMinutes(1);

    private static readonly Answer<AccessToken> NoAccount = new Answer<AccessToken>.AccountRefused(
        "Petrosoft:Login is not set, so nothing can be fetched"
    );

    private readonly Lock _gate = new();
    private Task<Answer<AccessToken>>? _renewal;
    private AccessToken? _current;
    private string? _refreshToken;
    private string? _refusal;
    private DateTimeOffset _refusedUntil;
    private DateTimeOffset _doubtedUntil;

    /// <summary>Why the account is refused; null while it is not.</summary>
    public string? Refusal => Volatile.Read(ref _refusal);

    public Task<Answer<AccessToken>> CurrentAsync(CancellationToken cancel) => NewerThanAsync(null, cancel);

    /// <summary>A token other than the one that was refused: the one that another caller has got meanwhile, or a new one.</summary>
    public Task<Answer<AccessToken>> NewerThanAsync(AccessToken? refused, CancellationToken cancel)
    {
        if (!options.HasAccount)
        {
            return Task.FromResult(NoAccount);
        }
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_refusal is not null && now < _refusedUntil)
            {
                return Task.FromResult<Answer<AccessToken>>(new Answer<AccessToken>.AccountRefused(_refusal));
            }
            if (_current is not null && ReferenceEquals(_current, refused) && now < _doubtedUntil)
            {
                return Task.FromResult<Answer<AccessToken>>(
                    new Answer<AccessToken>.Failed(
                        $"{options.DocumentsUrl.Authority} refuses an access token that is new",
                        _doubtedUntil - now
                    )
                );
            }
            if (_current is not null && !ReferenceEquals(_current, refused) && _current.IsGoodAt(now))
            {
                return Task.FromResult<Answer<AccessToken>>(new Answer<AccessToken>.Got(_current));
            }
            _renewal ??= Task.Run(RenewAsync, CancellationToken.None);
            return _renewal.WaitAsync(cancel);
        }
    }

    /// <summary>Notes that a token was refused although it is new, so that getting another would change nothing.</summary>
    public void Doubt(AccessToken token)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_current, token))
            {
                _doubtedUntil = clock.GetUtcNow() + DoubtStands;
            }
        }
    }

    private async Task<Answer<AccessToken>> RenewAsync()
    {
        Answer<TokenPair> answer = new Answer<TokenPair>.Failed("the renewal of the access token broke off");
        try
        {
            answer = await RefreshOrLogInAsync();
        }
        finally
        {
            lock (_gate)
            {
                _renewal = null;
                Keep(answer);
            }
        }
        return answer is Answer<TokenPair>.AccountRefused
            ? new Answer<AccessToken>.AccountRefused(Refusal!)
            : answer.Then(tokens => new Answer<AccessToken>.Got(tokens.Access));
    }

    private async Task<Answer<TokenPair>> RefreshOrLogInAsync()
    {
        if (_refreshToken is not null)
        {
            var refreshed = await host.RefreshAsync(_refreshToken);
            if (refreshed is Answer<TokenPair>.Got)
            {
                return refreshed;
            }
            var isRefused = refreshed is Answer<TokenPair>.AccountRefused;
            log.NotRefreshed(isRefused ? "was refused" : "failed");
            _refreshToken = isRefused ? null : _refreshToken;
        }
        return await host.LogInAsync();
    }

    private void Keep(Answer<TokenPair> answer)
    {
        switch (answer)
        {
            case Answer<TokenPair>.Got { Value: var tokens }:
                _current = tokens.Access;
                _refreshToken = tokens.Refresh ?? _refreshToken;
                _doubtedUntil = DateTimeOffset.MinValue;
                _refusal = null;
                log.GotToken(options.AuthUrl.Authority);
                break;
            case Answer<TokenPair>.AccountRefused { Detail: var detail }:
                _current = null;
                _refreshToken = null;
                _refusedUntil = clock.GetUtcNow() + RefusalStands;
                var until = _refusedUntil.ToString("HH:mm", CultureInfo.InvariantCulture);
                _refusal =
                    $"{detail}: the account is refused; check Petrosoft:Login and Petrosoft:Password (nothing is tried before {until} UTC)";
                log.AccountRefused(_refusal);
                break;
            default:
                break;
        }
    }
}
