using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace NotifyReceiver.Simulators.Petrosoft.LoggingIn;

/// <summary>Which tokens were given out, and until when each is good.</summary>
internal sealed class Tokens(PetrosoftOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _goodUntil = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refreshTokens = new(StringComparer.Ordinal);

    public TokenPair Issue()
    {
        lock (_gate)
        {
            return new(NewAccess(), NewRefresh());
        }
    }

    public bool CanRefresh(string refreshToken)
    {
        lock (_gate)
        {
            return _refreshTokens.Contains(refreshToken);
        }
    }

    /// <summary>Null for a refresh token that is not good.</summary>
    public TokenPair? Refresh(string refreshToken)
    {
        lock (_gate)
        {
            if (!_refreshTokens.Contains(refreshToken))
            {
                return null;
            }

            if (!options.RotatesRefreshTokens)
            {
                return new(NewAccess(), null);
            }

            _refreshTokens.Remove(refreshToken);
            return new(NewAccess(), NewRefresh());
        }
    }

    public bool IsKnown(string access)
    {
        lock (_gate)
        {
            return _goodUntil.ContainsKey(access);
        }
    }

    public bool IsGood(string access)
    {
        lock (_gate)
        {
            return _goodUntil.TryGetValue(access, out var until) && clock.GetUtcNow() < until;
        }
    }

    public void ExpireAccess()
    {
        lock (_gate)
        {
            foreach (var access in _goodUntil.Keys)
            {
                _goodUntil[access] = DateTimeOffset.MinValue;
            }
        }
    }

    public void ExpireAll()
    {
        ExpireAccess();
        lock (_gate)
        {
            _refreshTokens.Clear();
        }
    }

    private string NewAccess()
    {
        var now = clock.GetUtcNow();
        var until = options.TokenLifetime is { } lifetime ? now + lifetime : DateTimeOffset.MaxValue;
        var access = options.TokensAreJwts ? Jwt(now, until) : $"access-{Guid.NewGuid():N}";
        _goodUntil[access] = until;
        return access;
    }

    /// <summary>Nobody checks the signature: a caller takes the token as it is.</summary>
    private static string Jwt(DateTimeOffset issued, DateTimeOffset until)
    {
        var claims = new JsonObject
        {
            ["iat"] = issued.ToUnixTimeSeconds(),
            ["exp"] = until.ToUnixTimeSeconds(),
            ["jti"] = $"{Guid.NewGuid():N}",
        };
        string[] parts = ["""{"alg":"HS256","typ":"JWT"}""", claims.ToJsonString(), "simulated"];
        return string.Join('.', parts.Select(part => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part))));
    }

    private string NewRefresh()
    {
        var refresh = $"refresh-{Guid.NewGuid():N}";
        _refreshTokens.Add(refresh);
        return refresh;
    }
}
