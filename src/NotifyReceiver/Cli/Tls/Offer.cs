namespace NotifyReceiver.Cli.Tls;

/// <summary>What a door really offers of one version of the protocol.</summary>
/// <param name="Protocol">Such as <c>TLS 1.2</c>.</param>
/// <param name="IsOffered">Whether it agrees to speak it.</param>
/// <param name="Suites">The cipher suites that it agrees to, as IANA calls them; those of versions that nobody should speak are not looked for.</param>
internal sealed record Offer(string Protocol, bool IsOffered, IReadOnlyList<string> Suites);
