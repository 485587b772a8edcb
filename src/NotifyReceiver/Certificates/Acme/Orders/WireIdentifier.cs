namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>An identifier as it is sent.</summary>
internal sealed record WireIdentifier(string? Type, string? Value)
{
    public static WireIdentifier Of(Identifier identifier) =>
        new(identifier.Type == IdentifierType.Ip ? "ip" : "dns", identifier.Value);

    /// <summary>Null when it is of another type, or none.</summary>
    public Identifier? ToIdentifier() =>
        (Type, Value) switch
        {
            ("dns", { Length: > 0 } name) => new Identifier(IdentifierType.Dns, name.ToLowerInvariant()),
            ("ip", { Length: > 0 } address) => Identifier.Of(address) is { Type: IdentifierType.Ip } ip ? ip : null,
            _ => null,
        };
}
