using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Reading;

/// <summary>Puts the certificates of a file in the order in which they are sent: each is signed by the next (RFC 8446, 4.4.2).</summary>
internal static class ChainOrder
{
    /// <param name="leaf">With its key.</param>
    /// <param name="others">What stood beside it, in any order.</param>
    public static Candidate Of(X509Certificate2 leaf, IEnumerable<X509Certificate2> others)
    {
        List<X509Certificate2> left = [.. others];
        List<X509Certificate2> chain = [];
        X509Certificate2? root = null;
        for (var issuer = Issuer(leaf, left); issuer is not null; issuer = Issuer(issuer, left))
        {
            left.Remove(issuer);
            if (Signature.IsSelfSigned(issuer))
            {
                root = issuer;
                break;
            }
            chain.Add(issuer);
        }

        // A root beside a certificate of the same name that another root has signed ends the shorter chain.
        left.RemoveAll(other => Signature.IsSelfSigned(other) && chain.Exists(one => HasTheNameOf(one, other)));
        return new Candidate(leaf, chain) { Root = root, Leftovers = left };
    }

    // One that bears the name but has not signed is taken where there is no better: so the check can say what is wrong.
    private static X509Certificate2? Issuer(X509Certificate2 certificate, IEnumerable<X509Certificate2> others) =>
        Signature.IsSelfSigned(certificate)
            ? null
            : others
                .Where(other => Signature.IsNamedAsIssuer(certificate, other))
                .OrderBy(other => Signature.IsBy(certificate, other) is false)
                .ThenBy(Signature.IsSelfSigned)
                .FirstOrDefault();

    private static bool HasTheNameOf(X509Certificate2 one, X509Certificate2 other) =>
        one.SubjectName.RawData.AsSpan().SequenceEqual(other.SubjectName.RawData);
}
