namespace NotifyReceiver.Tests.Shared.Pebble;

/// <summary>How a pebble is started. Everything it does not say is as strict and as fast as pebble can be.</summary>
internal sealed record PebbleSettings
{
    /// <summary>Where its validators look for http-01: bind a listener first.</summary>
    public int HttpPort { get; init; } = 1;

    /// <summary>Where its validators look for tls-alpn-01: bind a listener first.</summary>
    public int TlsPort { get; init; } = 1;

    /// <summary>Key ids and base64url HMAC keys; an account without one of them is refused as soon as there is one.</summary>
    public IReadOnlyDictionary<string, string> ExternalAccounts { get; init; } = new Dictionary<string, string>();

    /// <summary>So many of a hundred good nonces are refused.</summary>
    public int RefusedNonces { get; init; }

    /// <summary>So many of a hundred authorizations are used again.</summary>
    public int ReusedAuthorizations { get; init; }

    /// <summary>So many chains beside the first.</summary>
    public int Alternates { get; init; }

    /// <summary>So many CA certificates, the root among them; 1 leaves one intermediate out.</summary>
    public int ChainLength { get; init; } = 1;

    /// <summary>Pebble's own default is five years.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(90);

    public bool AlwaysValid { get; init; }

    public bool Strict { get; init; }
}
