using System.Net.Security;
using System.Security.Authentication;

namespace NotifyReceiver.Certificates.Tls;

/// <summary>Which versions of TLS and which cipher suites are spoken.</summary>
/// <param name="Name">As it is set.</param>
/// <param name="CipherSuites">
/// In the order of preference; null: what the system has. With a list the framework resumes no sessions: every connection pays a
/// whole handshake, which costs less than a millisecond.
/// </param>
internal sealed record TlsPolicy(string Name, SslProtocols Protocols, CipherSuitesPolicy? CipherSuites)
{
#pragma warning disable CA5398 // A policy is about versions; "default" leaves them to the system.
    /// <summary>Mozilla's suites of that name without those of DHE, for which the framework has no parameters.</summary>
    public static TlsPolicy Intermediate { get; } =
        new(
            "intermediate",
            SslProtocols.Tls12 | SslProtocols.Tls13,
            Suites(
                TlsCipherSuite.TLS_AES_128_GCM_SHA256,
                TlsCipherSuite.TLS_AES_256_GCM_SHA384,
                TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
                TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
                TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
                TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                TlsCipherSuite.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            )
        );

    /// <summary>TLS 1.3 alone.</summary>
    public static TlsPolicy Modern { get; } = new("modern", SslProtocols.Tls13, CipherSuites: null);
#pragma warning restore CA5398

    /// <summary>What the system's administrator has set for all programs.</summary>
    public static TlsPolicy OfTheSystem { get; } = new("default", SslProtocols.None, CipherSuites: null);

    public static IReadOnlyDictionary<string, TlsPolicy> ByName { get; } =
        new[] { Intermediate, Modern, OfTheSystem }.ToDictionary(policy => policy.Name, StringComparer.Ordinal);

    // Windows has one list for all programs, and the framework refuses another.
    private static CipherSuitesPolicy? Suites(params IReadOnlyList<TlsCipherSuite> suites) =>
        OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? new CipherSuitesPolicy(suites) : null;
}
