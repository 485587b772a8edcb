using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using NotifyReceiver.Petrosoft.Api.Calls;

namespace NotifyReceiver.Petrosoft.Api.Tokens;

/// <summary>Reads the reply of the token endpoints. How long a token lasts is not documented, so each sign of it is used.</summary>
internal static class TokenReading
{
    private const int JwtParts = 3;
    private const double LongestLifetimeSeconds = 365 * 86_400;

    /// <summary>Null when the reply is no token reply, or its token could not stand in a header.</summary>
    public static TokenPair? Read(JsonElement reply, DateTimeOffset asked)
    {
        var token = reply.Text("access_token");
        if (token is null || !token.All(character => character is > ' ' and <= '~'))
        {
            return null;
        }
        var lifetime = LifetimeOf(Seconds(reply, "expires_in")) ?? LifetimeInside(token, asked);
        return new TokenPair(new AccessToken(token, asked, lifetime), reply.Text("refresh_token"));
    }

    // The two clocks may differ, so the token's own span counts where it tells when it was issued.
    private static TimeSpan? LifetimeInside(string token, DateTimeOffset asked)
    {
        var parts = token.Split('.');
        if (parts.Length != JwtParts || Claims(parts[1]) is not { } claims || Seconds(claims, "exp") is not { } expires)
        {
            return null;
        }
        return LifetimeOf(expires - (Seconds(claims, "iat") ?? asked.ToUnixTimeSeconds()));
    }

    private static JsonElement? Claims(string part)
    {
        try
        {
            return JsonReply.Parse(Base64Url.DecodeFromChars(part)).Root;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A lifetime that cannot be is no sign at all: then a 401 tells.
    private static TimeSpan? LifetimeOf(double? seconds) =>
        seconds is > 0 and <= LongestLifetimeSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static double? Seconds(JsonElement json, string member) =>
        json.Member(member) switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
            { ValueKind: JsonValueKind.String }
                when double.TryParse(
                    json.Text(member),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var seconds
                ) => seconds,
            _ => null,
        };
}
