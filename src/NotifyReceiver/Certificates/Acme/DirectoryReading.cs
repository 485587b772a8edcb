using NotifyReceiver.Certificates.Acme.Problems;
using NotifyReceiver.Certificates.Acme.Transport;

namespace NotifyReceiver.Certificates.Acme;

/// <summary>Reads a directory (RFC 8555 section 7.1.1).</summary>
internal static class DirectoryReading
{
    public static Answer<AcmeDirectory> Of(Reply reply)
    {
        if (
            reply.Read<Wire>() is not { } sent
            || SecureAddress.Of(sent.NewNonce) is not { } newNonce
            || SecureAddress.Of(sent.NewAccount) is not { } newAccount
            || SecureAddress.Of(sent.NewOrder) is not { } newOrder
        )
        {
            return ProblemReading.Garbage(
                reply,
                "this is no directory of a CA: the https addresses newNonce, newAccount and newOrder are not all there"
            );
        }
        return new AcmeDirectory(
            newNonce,
            newAccount,
            newOrder,
            SecureAddress.Of(sent.RevokeCert),
            SecureAddress.Of(sent.KeyChange),
            SecureAddress.Of(sent.RenewalInfo),
            SecureAddress.OfPage(sent.Meta?.TermsOfService),
            sent.Meta?.ExternalAccountRequired ?? false,
            ProfilesOf(sent.Meta)
        );
    }

    private static Dictionary<string, string> ProfilesOf(Meta? meta) =>
        (meta?.Profiles ?? []).ToDictionary(
            profile => profile.Key,
            profile => OneLine.Of(profile.Value),
            StringComparer.Ordinal
        );

    private sealed record Wire(
        string? NewNonce,
        string? NewAccount,
        string? NewOrder,
        string? RevokeCert,
        string? KeyChange,
        string? RenewalInfo,
        Meta? Meta
    );

    private sealed record Meta(
        string? TermsOfService,
        bool? ExternalAccountRequired,
        Dictionary<string, string?>? Profiles
    );
}
