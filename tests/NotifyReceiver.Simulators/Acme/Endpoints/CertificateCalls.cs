using NotifyReceiver.Simulators.Acme.Ledger;
using NotifyReceiver.Simulators.Acme.Wire;

namespace NotifyReceiver.Simulators.Acme.Endpoints;

/// <summary>RFC 8555 sections 7.4.2 and 7.6.</summary>
internal sealed class CertificateCalls(CaLedger ledger)
{
    private const string PemChain = "application/pem-certificate-chain";

    // RFC 5280 section 5.3.1, without those that are not for the owner to give.
    private static readonly int[] Reasons = [0, 1, 3, 4, 5];

    public AcmeReply Download(SignedRequest request, LedgerAccount account, int number, int which)
    {
        request.NeedPostAsGet();
        if (request.Accept?.Contains(PemChain, StringComparison.Ordinal) != true)
        {
            throw RefusalException.Violation($"{PemChain} is not accepted", status: 406);
        }
        var certificate = ledger.Certificate(number, account);
        if (which > 0 && !ledger.Behaviour.OffersAlternate)
        {
            throw new RefusalException(404, "malformed", "there is no other chain");
        }
        var alternate = $"<{ledger.Address("alternate", number)}>;rel=\"alternate\"";
        return AcmeReply.Text(200, PemChain, certificate.Chains[which]) with
        {
            Links = ledger.Behaviour.OffersAlternate && which == 0 ? [alternate] : [],
        };
    }

    public AcmeReply RevokeAs(SignedRequest request, LedgerAccount account)
    {
        var certificate = Named(request);
        if (certificate.Account != account)
        {
            throw new RefusalException(403, "unauthorized", "the certificate is another account's");
        }
        return Revoke(request, certificate);
    }

    public AcmeReply RevokeBy(SignedRequest request, SignerKey key)
    {
        var certificate = Named(request);
        if (!certificate.Leaf.PublicKey.ExportSubjectPublicKeyInfo().SequenceEqual(key.SubjectPublicKey))
        {
            throw new RefusalException(403, "unauthorized", "this is not the key of the certificate");
        }
        return Revoke(request, certificate);
    }

    private LedgerCertificate Named(SignedRequest request)
    {
        var text = request.Object().TryGetProperty("certificate", out var sent) ? sent.GetString() : null;
        var der = Base64.Decode(text ?? "", "certificate");
        return ledger.Certificates.Find(each => each.Leaf.RawDataMemory.Span.SequenceEqual(der))
            ?? throw new RefusalException(404, "malformed", "this certificate is not of here");
    }

    private static AcmeReply Revoke(SignedRequest request, LedgerCertificate certificate)
    {
        var reason = request.Object().TryGetProperty("reason", out var code) ? code.GetInt32() : 0;
        if (!Reasons.Contains(reason))
        {
            throw new RefusalException(400, "badRevocationReason", $"{reason} is no reason for an owner to give");
        }
        if (certificate.Issued.RevokedFor is not null)
        {
            throw new RefusalException(400, "alreadyRevoked", "the certificate is revoked already");
        }
        certificate.Issued = certificate.Issued with { RevokedFor = reason };
        return AcmeReply.Empty(200);
    }
}
