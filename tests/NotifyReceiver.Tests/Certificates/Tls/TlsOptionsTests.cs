using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using NotifyReceiver.Certificates.Tls;
using NotifyReceiver.Settings;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Tls;

public sealed class TlsOptionsTests : IDisposable
{
    private const string FileKey = "Tls:ClientCertificateAuthorities";

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Nothing_needs_to_be_set()
    {
        var options = Read();

        Assert.Equal("intermediate", options.Policy.Name);
        Assert.Equal(365, options.HstsDays);
        Assert.Equal("none", options.ClientCertificates.Name);
        Assert.Equal(ClientCertificateMode.NoCertificate, options.ClientCertificates.Mode);
    }

    [Fact]
    public void What_is_set_is_read()
    {
        var authority = TestAuthority.Create(TimeProvider.System);
        var file = _directory.Write("callers.pem", authority.RootPem);

        var options = Read(
            ("Tls:Policy", "MODERN"),
            ("Tls:HstsDays", "0"),
            ("Tls:ClientCertificates", "required"),
            (FileKey, file)
        );

        Assert.Equal("modern", options.Policy.Name);
        Assert.Equal(0, options.HstsDays);
        Assert.Equal("required", options.ClientCertificates.Name);
        Assert.Equal(ClientCertificateMode.RequireCertificate, options.ClientCertificates.Mode);
    }

    [Theory]
    [InlineData("Tls:Policy", "old", "Tls:Policy: 'old' is not one of intermediate, modern, default")]
    [InlineData("Tls:HstsDays", "-1", "Tls:HstsDays: '-1' is not a whole number from 0 to 3650")]
    [InlineData(
        "Tls:ClientCertificates",
        "yes",
        "Tls:ClientCertificates: 'yes' is not one of none, optional, required"
    )]
    [InlineData("Tls:ClientCertificates", "optional", FileKey + ": is missing: Tls:ClientCertificates is set, so name")]
    [InlineData(FileKey, "callers.pem", FileKey + ": is set, but Tls:ClientCertificates is none")]
    public void What_is_wrong_is_said(string key, string value, string mistake) =>
        Assert.StartsWith(mistake, Mistake((key, value)), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_cannot_say_whom_to_accept_is_refused()
    {
        var authority = TestAuthority.Create(TimeProvider.System);
        var leaf = authority.Issue("caller.example");

        Assert.Contains("cannot read '", OfFile(_directory.File("missing.pem")), StringComparison.Ordinal);
        Assert.Contains("cannot read '", OfFile(_directory.Path), StringComparison.Ordinal);
        Assert.Contains("is empty", OfText(""), StringComparison.Ordinal);
        Assert.Contains("'caller.example' is not that of a CA", OfText(leaf.FullChainPem), StringComparison.Ordinal);
        Assert.Contains("none of its certificates is a root", OfText(leaf.ChainPem), StringComparison.Ordinal);
    }

    private string OfText(string text) => OfFile(_directory.Write("callers.pem", text));

    private static string OfFile(string file) => Mistake(("Tls:ClientCertificates", "optional"), (FileKey, file));

    private static TlsOptions Read(params (string Key, string Value)[] settings)
    {
        var reader = Reader(settings);
        var options = TlsOptions.Read(reader);
        Assert.Empty(reader.Mistakes);
        return options;
    }

    private static string Mistake(params (string Key, string Value)[] settings)
    {
        var reader = Reader(settings);
        _ = TlsOptions.Read(reader);
        return Assert.Single(reader.Mistakes);
    }

    private static SettingsReader Reader((string Key, string Value)[] settings) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))
                )
                .Build()
        );
}
