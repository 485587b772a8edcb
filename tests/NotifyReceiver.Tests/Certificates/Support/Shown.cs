namespace NotifyReceiver.Tests.Certificates.Support;

/// <summary>What a server showed in a handshake.</summary>
/// <param name="ChainLength">So many certificates came, the leaf among them.</param>
internal sealed record Shown(string Sha256, int ChainLength, string? Protocol);
