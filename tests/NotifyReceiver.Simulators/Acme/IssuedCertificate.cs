namespace NotifyReceiver.Simulators.Acme;

/// <param name="Order">The number of the order that it is of.</param>
/// <param name="RenewalId">RFC 9773 section 4.1.</param>
/// <param name="Names">In the order of the alphabet.</param>
/// <param name="Pem">The leaf alone.</param>
/// <param name="RevokedFor">The code of the reason, once it is revoked.</param>
public sealed record IssuedCertificate(
    int Order,
    string RenewalId,
    IReadOnlyList<string> Names,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string Pem,
    int? RevokedFor = null
);
