using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Orders;

namespace NotifyReceiver.Tests.Certificates.Acme.Leaves;

public sealed class SigningRequestTests
{
    private const string AlternativeNames = "2.5.29.17";

    [Theory]
    [InlineData(nameof(LeafKeyType.Ec256), "ECC", 256)]
    [InlineData(nameof(LeafKeyType.Ec384), "ECC", 384)]
    [InlineData(nameof(LeafKeyType.Rsa2048), "RSA", 2048)]
    [InlineData(nameof(LeafKeyType.Rsa3072), "RSA", 3072)]
    [InlineData(nameof(LeafKeyType.Rsa4096), "RSA", 4096)]
    public void It_has_an_empty_subject_and_all_names_and_is_signed_by_its_key(string type, string kind, int size)
    {
        using var key = LeafKey.Create(Enum.Parse<LeafKeyType>(type));
        string[] names = ["example.org", "*.example.org", "192.0.2.1", "2001:db8::1"];

        var der = SigningRequest.Create(key, [.. names.Select(Identifier.Of)]);

        // Its signature is verified as it is loaded.
        var request = CertificateRequest.LoadSigningRequest(
            der,
            HashAlgorithmName.SHA256,
            CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions,
            RSASignaturePadding.Pkcs1
        );
        var only = Assert.Single(request.CertificateExtensions);
        var found = new X509SubjectAlternativeNameExtension(only.RawData);
        Assert.Equal(AlternativeNames, only.Oid?.Value);
        Assert.Equal("", request.SubjectName.Name);
        List<string> all = [.. found.EnumerateDnsNames(), .. found.EnumerateIPAddresses().Select(each => $"{each}")];
        Assert.Equal(names, all);
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), request.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal((kind, size), (request.PublicKey.Oid.FriendlyName, key.KeySize));
    }

    [Theory]
    [InlineData(nameof(LeafKeyType.Ec384))]
    [InlineData(nameof(LeafKeyType.Rsa2048))]
    public void A_key_comes_back_from_PEM(string type)
    {
        using var key = LeafKey.Create(Enum.Parse<LeafKeyType>(type));

        using var again = LeafKey.FromPem(key.ExportPkcs8PrivateKeyPem());

        Assert.Equal(key.ExportSubjectPublicKeyInfo(), again?.ExportSubjectPublicKeyInfo());
        Assert.Null(LeafKey.FromPem(key.ExportSubjectPublicKeyInfoPem()));
        Assert.Null(LeafKey.FromPem("nothing"));
    }
}
