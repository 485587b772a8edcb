using System.Net;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Wording;

namespace NotifyReceiver.Certificates.Checking.Rules;

/// <summary>Whether the certificate names what callers call (RFC 9525): they look at the subject alternative names alone.</summary>
internal static class NamesRule
{
    public static void Apply(X509Certificate2 leaf, CheckTerms terms, Findings findings)
    {
        var names = SubjectNames.Of(leaf);
        if (names.Count == 0)
        {
            findings.Refuse(
                "the certificate has no subject alternative names, and callers ignore the common name: have it issued anew with the host name as a subject alternative name"
            );
            return;
        }
        var missing = terms.Names.Where(name => !Covers(leaf, names, name)).Select(PlainLine.Quote).ToList();
        if (missing.Count == 0)
        {
            return;
        }
        var text =
            $"the certificate does not cover {string.Join(", ", missing)} of Certificates:Names; it is for {CertificateWords.Of(leaf)}";
        if (terms.AreNamesRequired)
        {
            findings.Refuse(text);
            return;
        }
        findings.Warn(text);
    }

    private static bool Covers(X509Certificate2 leaf, IReadOnlyList<string> names, string name)
    {
        if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }
        return IPAddress.TryParse(name, out var address)
            ? names.Contains(address.ToString(), StringComparer.Ordinal)
            : Uri.CheckHostName(name) == UriHostNameType.Dns
                && leaf.MatchesHostname(name, allowWildcards: true, allowCommonName: false);
    }
}
