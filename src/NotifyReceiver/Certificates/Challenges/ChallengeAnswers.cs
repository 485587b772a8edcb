using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Challenges;

/// <summary>
/// What a CA will ask for while it validates a name. Kept in files, so that the service answers also for an order that a command
/// has placed, and each is removed when its authorization is done.
/// </summary>
internal sealed class ChallengeAnswers(CertificateOptions options)
{
    /// <summary>The certificate to show to a CA that validates this name by tls-alpn-01; null when nobody waits for that.</summary>
    /// <param name="serverName">As the validator sends it: a host name, or an address as <c>1.0.0.127.in-addr.arpa</c>.</param>
    public X509Certificate2? ForServerName(string serverName) => throw new NotImplementedException(options.Directory);

    /// <summary>The key authorization of this http-01 token; null when nobody waits for it.</summary>
    public string? ForToken(string token) => throw new NotImplementedException(options.Directory);
}
