using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme.Orders;

/// <summary>Reads an order (RFC 8555 section 7.1.3).</summary>
internal static class OrderReading
{
    /// <summary>What a new order is answered: its address is in the Location.</summary>
    public static Answer<Order> Located(Reply reply) =>
        reply.Location is { } address
            ? At(address, reply)
            : ProblemReading.Garbage(reply, "the CA does not tell the address of the order");

    public static Answer<Order> At(Uri address, Reply reply)
    {
        if (reply.Read<Wire>() is not { } sent || StatusOf(sent.Status) is not { } status)
        {
            return ProblemReading.Garbage(reply, "this is no order with a status");
        }
        if (SecureAddress.Of(sent.Finalize) is not { } finalize)
        {
            return ProblemReading.Garbage(reply, "the order has no https address to finalize it");
        }
        var authorizations = (sent.Authorizations ?? []).Select(SecureAddress.Of).ToList();
        if (authorizations.Contains(null))
        {
            return ProblemReading.Garbage(reply, "the order has an authorization without an https address");
        }
        var certificate = SecureAddress.Of(sent.Certificate);
        if (status is OrderStatus.Valid && certificate is null)
        {
            return ProblemReading.Garbage(reply, "the order is valid and has no https address of its certificate");
        }
        return new Order(
            address,
            status,
            sent.Expires,
            [.. (sent.Identifiers ?? []).Select(each => each?.ToIdentifier()).OfType<Identifier>()],
            [.. authorizations.OfType<Uri>()],
            finalize,
            certificate,
            sent.Error?.ToProblem(),
            sent.Profile,
            reply.RetryAfter
        );
    }

    private static OrderStatus? StatusOf(string? text) =>
        text switch
        {
            "pending" => OrderStatus.Pending,
            "ready" => OrderStatus.Ready,
            "processing" => OrderStatus.Processing,
            "valid" => OrderStatus.Valid,
            "invalid" => OrderStatus.Invalid,
            _ => null,
        };

    private sealed record Wire(
        string? Status,
        DateTimeOffset? Expires,
        IReadOnlyList<WireIdentifier?>? Identifiers,
        IReadOnlyList<string?>? Authorizations,
        string? Finalize,
        string? Certificate,
        WireProblem? Error,
        string? Profile
    );
}
