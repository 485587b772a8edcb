using Microsoft.Extensions.Configuration;
using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Settings;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing.Options;

public sealed class AcmeOptionsTests : IDisposable
{
    private static readonly (string Key, string? Value)[] Enough =
    [
        ("Acme:Directory", "letsencrypt"),
        ("Acme:AgreeToTerms", "true"),
        ("Acme:Names", "a.example"),
    ];

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Without_a_directory_it_is_off()
    {
        var (options, mistakes) = Read();

        Assert.Null(options);
        Assert.Empty(mistakes);
    }

    [Fact]
    public void A_directory_consent_and_a_name_are_enough()
    {
        var (options, mistakes) = Read(Enough);

        Assert.Empty(mistakes);
        Assert.Equal(new Uri("https://acme-v02.api.letsencrypt.org/directory"), options!.First.Directory);
        Assert.Equal(
            [
                ["a.example"],
            ],
            options.Certificates
        );
        Assert.Equal([ChallengeType.TlsAlpn01], options.Challenges.Preferred);
        Assert.Equal(LeafKeyType.Ec256, options.KeyType);
        Assert.Equal(["Acme"], options.All.Select(ca => ca.Section));
    }

    [Fact]
    public void The_names_of_callers_make_one_certificate_where_no_others_are_told()
    {
        var (options, mistakes) = Read(Enough[0], Enough[1], ("Certificates:Names", "b.example;10.0.0.1"));

        Assert.Empty(mistakes);
        Assert.Equal(
            [
                ["b.example", "10.0.0.1"],
            ],
            options!.Certificates
        );
    }

    [Fact]
    public void Semicolons_part_certificates_and_commas_part_names()
    {
        var (options, mistakes) = Read([.. Enough, ("Acme:Names", "A.example, b.example,a.example; 10.0.0.1")]);

        Assert.Empty(mistakes);
        Assert.Equal(
            [
                ["a.example", "b.example"],
                ["10.0.0.1"],
            ],
            options!.Certificates
        );
    }

    [Fact]
    public void What_can_be_answered_is_preferred_in_the_usual_order()
    {
        var hook = _directory.Write("hook.sh", "#!/bin/sh");

        var (options, mistakes) = Read([.. Enough, ("Acme:HttpListen", "http://0.0.0.0:80"), ("Acme:DnsHook", hook)]);

        Assert.Empty(mistakes);
        Assert.Equal(
            [ChallengeType.TlsAlpn01, ChallengeType.Http01, ChallengeType.Dns01],
            options!.Challenges.Preferred
        );
        Assert.Equal(80, options.Challenges.HttpListen.Single().Port);
        Assert.Equal(TimeSpan.FromSeconds(30), options.Challenges.DnsWait);
    }

    [Theory]
    [InlineData("Acme:AgreeToTerms", null, "Acme:AgreeToTerms: is not 'true'; nothing is asked of a CA")]
    [InlineData("Acme:AgreeToTerms", "false", "Acme:AgreeToTerms: is not 'true'")]
    [InlineData("Acme:Names", null, "Acme:Names: is missing, as is Certificates:Names")]
    [InlineData("Acme:Names", "münchen.example", "Acme:Names: 'münchen.example' is not a host name")]
    [InlineData("Acme:Names", "a..example", "Acme:Names: 'a..example' is not a host name")]
    [InlineData("Acme:Names", "*.a.example", "Acme:Names: '*.a.example' is proven by dns-01 alone")]
    [InlineData("Acme:Directory", "http://ca.example/dir", "Acme:Directory: 'http://ca.example/dir' is neither")]
    [InlineData("Acme:Contacts", "nobody", "Acme:Contacts: 'nobody' is not a mail address")]
    [InlineData("Acme:Challenges", "http-01", "Acme:Challenges: http-01 needs Acme:HttpListen")]
    [InlineData("Acme:Challenges", "tls-sni-01", "Acme:Challenges: 'tls-sni-01' is not one of tls-alpn-01")]
    [InlineData("Acme:HttpListen", "https://0.0.0.0:80", "Acme:HttpListen: 'https://0.0.0.0:80' is not an address")]
    [InlineData("Acme:DnsHook", "/nowhere/hook", "Acme:DnsHook: there is no file '/nowhere/hook'")]
    [InlineData("Acme:KeyType", "ed25519", "Acme:KeyType: 'ed25519' is not one of ec256")]
    [InlineData("Acme:EabKeyId", "kid", "Acme:EabHmacKey: is missing")]
    [InlineData("Acme:Second:Profile", "shortlived", "Acme:Second:Directory: is missing")]
    [InlineData("Acme:TrustedRoots", "/nowhere.pem", "Acme:TrustedRoots: cannot read certificates")]
    public void A_mistake_is_told_with_what_to_do(string key, string? value, string told)
    {
        var (_, mistakes) = Read([.. Enough.Where(setting => setting.Key != key), (key, value)]);

        Assert.StartsWith(told, Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var (_, mistakes) = Read(("Acme:Directory", "x"), ("Acme:KeyType", "y"), ("Acme:Contacts", "z"));

        Assert.Equal(5, mistakes.Count);
    }

    [Fact]
    public void Settings_without_a_CA_are_a_mistake()
    {
        var (options, mistakes) = Read(("Acme:Staging:Directory", "letsencrypt-staging"));

        Assert.Null(options);
        Assert.StartsWith("Acme:Directory: is missing", Assert.Single(mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_terms_can_be_looked_up_before_anybody_agrees()
    {
        var settings = SettingsOf([Enough[0], Enough[2]]);

        var options = AcmeOptions.Read(settings, CertificateOptions.In("certs"), mustAgree: false);

        Assert.Empty(settings.Mistakes);
        Assert.False(options!.AgreesToTerms);
    }

    [Fact]
    public void No_text_of_the_options_and_no_mistake_shows_a_secret()
    {
        const string Secret = "c2VjcmV0LXNlY3JldA";

        var (options, mistakes) = Read([.. Enough, ("Acme:EabKeyId", "kid-1"), ("Acme:EabHmacKey", Secret)]);
        var (_, broken) = Read([.. Enough, ("Acme:EabKeyId", "kid-1"), ("Acme:EabHmacKey", $"{Secret}!")]);

        Assert.Empty(mistakes);
        Assert.Equal("kid-1", options!.First.ExternalAccount!.KeyId);
        Assert.DoesNotContain(Secret, $"{options} {options.First}", StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Assert.Single(broken), StringComparison.Ordinal);
    }

    private static (AcmeOptions? Options, IReadOnlyList<string> Mistakes) Read(
        params (string Key, string? Value)[] settings
    )
    {
        var reader = SettingsOf(settings);
        var options = AcmeOptions.Read(reader, CertificateOptions.Read(reader));
        reader.RefuseUnknownKeys();
        return (options, reader.Mistakes);
    }

    private static SettingsReader SettingsOf((string Key, string? Value)[] settings) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.GroupBy(each => each.Key).Select(each => Setting.Of(each.Key, each.Last().Value))
                )
                .Build()
        );
}
