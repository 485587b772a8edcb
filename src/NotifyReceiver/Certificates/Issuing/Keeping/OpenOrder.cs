namespace NotifyReceiver.Certificates.Issuing.Keeping;

/// <summary>An order that was placed and whose certificate is not here yet: enough to go on with it after a crash.</summary>
/// <param name="Ca">The CA's directory.</param>
/// <param name="Order">The order's address there.</param>
/// <param name="Key">The certificate's private key, PKCS #8 in PEM. A secret.</param>
internal sealed record OpenOrder(Uri Ca, Uri Order, IReadOnlyList<string> Names, DateTimeOffset Placed, string Key)
{
    public bool IsFor(Uri ca, IReadOnlyList<string> names) =>
        Ca == ca && Names.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(names);

    public override string ToString() => $"{Order}";
}
