namespace NotifyReceiver.Certificates.Acme.Leaves;

/// <summary>The chains that the CA offers for one certificate, its own choice first (RFC 8555 section 7.4.2).</summary>
internal sealed record IssuedChains(IReadOnlyList<IssuedChain> All)
{
    /// <summary>The first that ends at this issuer; null when none does, and then the CA's own choice is as good as any.</summary>
    /// <param name="issuer">A common name, such as <c>ISRG Root X1</c>, in any case.</param>
    public IssuedChain? EndingAt(string issuer) =>
        All.FirstOrDefault(chain => chain.TopIssuer.Equals(issuer, StringComparison.OrdinalIgnoreCase));
}
