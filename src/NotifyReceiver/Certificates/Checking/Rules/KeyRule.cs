using System.Security.Cryptography.X509Certificates;

namespace NotifyReceiver.Certificates.Checking.Rules;

/// <summary>Which keys callers accept: RSA from 2048 bits, and the three curves that every TLS library knows.</summary>
internal static class KeyRule
{
    private const int FewestBits = 2048;

    public static void Apply(X509Certificate2 leaf, Findings findings)
    {
        var key = leaf.PublicKey;
        var words = KeyWords.Of(key);
        if (key.Oid.Value == KeyWords.Rsa && KeyWords.RsaBits(key) < FewestBits)
        {
            findings.Refuse($"the key is {words}, too small to be safe: use RSA 2048 or more, or EC P-256");
        }
        if (key.Oid.Value != KeyWords.Rsa && words is not ("EC P-256" or "EC P-384" or "EC P-521"))
        {
            findings.Refuse(
                $"the key is {words}, with which callers cannot speak TLS: use EC P-256, P-384, P-521 or RSA"
            );
        }
    }
}
