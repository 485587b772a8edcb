using NotifyReceiver.Certificates;
using NotifyReceiver.Certificates.Acme.Leaves;
using NotifyReceiver.Certificates.Acme.Proofs;
using NotifyReceiver.Certificates.Challenges;
using NotifyReceiver.Certificates.Issuing;
using NotifyReceiver.Certificates.Issuing.Options;
using NotifyReceiver.Tests.Certificates.Issuing.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Issuing;

/// <summary>Whole issuances from a real CA, from the account to the generation on disk.</summary>
public sealed class PebbleIssuanceTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private ValidatorDoors _doors = null!;

    public async Task InitializeAsync() =>
        _doors = await ValidatorDoors.OpenAsync(
            new ChallengeAnswers(CertificateOptions.In(_directory.Path), TimeProvider.System)
        );

    public async Task DisposeAsync()
    {
        await _doors.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData(nameof(ChallengeType.TlsAlpn01), nameof(LeafKeyType.Ec256))]
    [InlineData(nameof(ChallengeType.Http01), nameof(LeafKeyType.Rsa2048))]
    [InlineData(nameof(ChallengeType.Dns01), nameof(LeafKeyType.Ec384))]
    public async Task A_certificate_comes_by_each_challenge(string challenge, string keyType)
    {
        await using var pebble = await StartAsync();
        var options = OptionsFor(pebble, "one.example.org", "two.example.org");
        await using var bench = new Workbench(
            _directory.Path,
            options with
            {
                KeyType = Enum.Parse<LeafKeyType>(keyType),
                Challenges = options.Challenges with
                {
                    Preferred = [Enum.Parse<ChallengeType>(challenge)],
                    DnsHook = Hook(pebble),
                },
            }
        );

        var result = await bench.IssueAsync();

        var generation = Issued(result, bench);
        Assert.Equal(generation.Name, bench.Lineage.Current()!.Name);
        Assert.Equal(["one.example.org", "two.example.org"], generation.Note.Names.Order());
        Assert.Equal(pebble.Directory.AbsoluteUri, generation.Note.From);
        Assert.Empty(Workbench.AnswersIn(_directory.Path));
    }

    [Fact]
    public async Task A_wildcard_and_its_name_come_by_dns_and_an_address_by_another_challenge()
    {
        await using var pebble = await StartAsync();
        var options = OptionsFor(pebble, "*.example.org", "example.org", "127.0.0.1");
        await using var bench = new Workbench(
            _directory.Path,
            options with
            {
                Challenges = options.Challenges with
                {
                    Preferred = [ChallengeType.Dns01, ChallengeType.TlsAlpn01],
                    DnsHook = Hook(pebble),
                },
            }
        );

        var result = await bench.IssueAsync();

        Assert.Equal(["*.example.org", "127.0.0.1", "example.org"], Issued(result, bench).Note.Names.Order());
    }

    [Fact]
    public async Task A_second_one_has_another_key_and_the_same_account()
    {
        await using var pebble = await StartAsync();
        await using var bench = new Workbench(_directory.Path, OptionsFor(pebble, "one.example.org"));

        var first = Issued(await bench.IssueAsync(), bench);
        var second = Issued(await bench.IssueAsync(), bench);

        Assert.NotEqual(first.Name, second.Name);
        Assert.NotEqual(
            await File.ReadAllTextAsync(Path.Combine(first.Directory, "privkey.pem")),
            await File.ReadAllTextAsync(Path.Combine(second.Directory, "privkey.pem"))
        );
        Assert.Single(Directory.GetFiles(_directory.Path, "account.key", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_is_a_failed_validation_and_the_next_attempt_takes_another_challenge()
    {
        await using var pebble = await PebbleProcess.StartAsync(
            new PebbleSettings { HttpPort = _doors.HttpPort, TlsPort = 1 }
        );
        await using var bench = new Workbench(_directory.Path, OptionsFor(pebble, "one.example.org"));

        var failed = Assert.IsType<IssuanceResult.Failed>(await bench.IssueAsync());
        var second = await bench.IssueAsync();

        Assert.Equal(FailureKind.Validation, failed.Failure.Kind);
        Assert.StartsWith("proving one.example.org by tls-alpn-01: ", failed.Failure.Reason, StringComparison.Ordinal);
        Assert.Equal(["one.example.org"], Issued(second, bench).Note.Names);
        Assert.Empty(Workbench.AnswersIn(_directory.Path));
    }

    [Fact]
    public async Task Refused_nonces_and_alternate_chains_are_nothing_special()
    {
        await using var pebble = await StartAsync(new PebbleSettings { RefusedNonces = 30, Alternates = 2 });
        var preferred = pebble
            .IssuerRoots[2]
            .GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, forIssuer: false);
        var options = OptionsFor(pebble, "one.example.org");
        await using var bench = new Workbench(
            _directory.Path,
            options with
            {
                First = options.First with { PreferredChain = preferred },
            }
        );

        var generation = Issued(await bench.IssueAsync(), bench);

        var chain = new System.Security.Cryptography.X509Certificates.X509Certificate2Collection();
        chain.ImportFromPemFile(Path.Combine(generation.Directory, "fullchain.pem"));
        Assert.Contains(preferred, chain[^1].Issuer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_an_account_is_changed_and_the_account_goes_on_and_ends()
    {
        await using var pebble = await StartAsync();
        await using var bench = new Workbench(_directory.Path, OptionsFor(pebble, "one.example.org"));
        var (before, _) = await bench.Accounts.OpenAsync(bench.Options.First, default);

        var changed = await bench.Changes.RollOverAsync(before!, default);
        var (after, _) = await bench.Accounts.OpenAsync(bench.Options.First, default);
        var issued = await bench.IssueAsync();
        var ended = await bench.Changes.DeactivateAsync(after!, default);

        Assert.Null(changed);
        Assert.Equal(before!.Note.Address, after!.Note.Address);
        Assert.NotEqual(before.Key.Thumbprint, after.Key.Thumbprint);
        Issued(issued, bench);
        Assert.Null(ended);
        Assert.Empty(Directory.GetFiles(_directory.Path, "account.json", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_CA_that_wants_an_external_account_is_told_it()
    {
        const string HmacKey = "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";
        await using var pebble = await StartAsync(
            new PebbleSettings { ExternalAccounts = new Dictionary<string, string> { ["kid-1"] = HmacKey } }
        );
        var options = OptionsFor(pebble, "one.example.org");
        var bound = options with
        {
            First = options.First with
            {
                ExternalAccount = NotifyReceiver.Certificates.Acme.Accounts.ExternalAccount.From("kid-1", HmacKey),
            },
        };
        await using var without = new Workbench(_directory.Path, options);
        await using var with = new Workbench(_directory.Path, bound);

        var refused = Assert.IsType<IssuanceResult.Failed>(await without.IssueAsync());
        var issued = await with.IssueAsync();

        Assert.Equal(FailureKind.Configuration, refused.Failure.Kind);
        Issued(issued, with);
        Assert.All(
            Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(HmacKey, File.ReadAllText(file), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(with.Log.Lines, line => line.Contains(HmacKey, StringComparison.Ordinal));
    }

    private Task<PebbleProcess> StartAsync(PebbleSettings? settings = null) =>
        PebbleProcess.StartAsync(
            (settings ?? new PebbleSettings()) with
            {
                HttpPort = _doors.HttpPort,
                TlsPort = _doors.TlsPort,
            }
        );

    private static AcmeOptions OptionsFor(PebbleProcess pebble, params IReadOnlyList<string> names) =>
        Workbench.OptionsFor(
            new CaOptions(AcmeOptions.Section, pebble.Directory, null, null, null, pebble.Roots),
            names
        );

    private static NotifyReceiver.Certificates.Lineages.Generation Issued(IssuanceResult result, Workbench bench)
    {
        Assert.True(result is IssuanceResult.Issued, $"{result}\n{string.Join('\n', bench.Log.Lines)}");
        return ((IssuanceResult.Issued)result).Generation;
    }

    private string Hook(PebbleProcess pebble)
    {
        var file = _directory.Write(
            "hook.sh",
            $$"""
            #!/bin/sh
            case "$1" in
              add) curl -sf -d "{\"host\": \"$2.\", \"value\": \"$3\"}" {{pebble.Dns.Management}}set-txt ;;
              remove) curl -sf -d "{\"host\": \"$2.\"}" {{pebble.Dns.Management}}clear-txt ;;
            esac
            """
        );
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }
}
