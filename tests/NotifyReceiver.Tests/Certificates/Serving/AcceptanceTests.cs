using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Serving;

/// <summary>What is taken of that which is dropped, and what is served where nothing good is there.</summary>
public sealed class AcceptanceTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = TestAuthority.Create(TimeProvider.System);
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private RunningReceiver? _receiver;

    public Task InitializeAsync() => Task.CompletedTask;

    [Fact]
    public async Task With_nothing_at_all_the_self_signed_one_is_served()
    {
        var served = await StartAsync();

        Assert.Equal("self-signed", served.Source);
        Assert.True(Status().IsWell);
    }

    [Fact]
    public async Task With_nothing_good_the_self_signed_one_is_served_and_the_refusal_told()
    {
        Put(_authority.Issue("a.example"), _authority.Issue("a.example"));

        var served = await StartAsync();

        Assert.Equal("self-signed", served.Source);
        Assert.Contains("belongs to", Assert.Single(Status().Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_but_an_expired_one_that_is_served_and_told()
    {
        Put(Expired());

        var served = await StartAsync();

        Assert.Equal("manual", served.Source);
        Assert.Contains("expired", Assert.Single(Status().Concerns), StringComparison.Ordinal);
        using var client = new HttpClient(new SocketsHttpHandler());
        var health = await client.GetStringAsync(new Uri(_receiver!.Admin, "/health/ready"));
        Assert.Contains("\"name\":\"certificates\",\"ok\":false", health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_one_does_not_replace_a_valid_one()
    {
        var good = _authority.Issue("a.example");
        Put(good);
        await StartAsync();
        Put(Expired());

        await LookAsync();

        Assert.Equal(good.Sha256, Current().Sha256);
        Assert.Contains("expired", Assert.Single(Status().Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_valid_yet_does_not_replace_a_valid_one()
    {
        var good = _authority.Issue("a.example");
        Put(good);
        await StartAsync();
        Put(_authority.Issue(["a.example"], TestKey.P256, _now.AddDays(1), _now.AddDays(90)));

        await LookAsync();

        Assert.Equal(good.Sha256, Current().Sha256);
        Assert.Contains("not valid", Assert.Single(Status().Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_valid_yet_is_served_when_its_time_has_come()
    {
        var clock = new ManualClock(_now);
        Put(_authority.Issue("a.example"));
        _receiver = await RunningReceiver.StartAsync(_directory, clock);
        var later = _authority.Issue(["a.example"], TestKey.P256, _now.AddDays(1), _now.AddDays(90));
        Put(later);
        await LookAsync();
        Assert.NotEqual(later.Sha256, Current().Sha256);

        clock.Set(TimeSpan.FromDays(1.5));
        await LookAsync();

        Assert.Equal(later.Sha256, Current().Sha256);
        Assert.Empty(Status().Refusals);
    }

    [Fact]
    public async Task A_valid_one_of_less_standing_goes_before_an_expired_one()
    {
        var imported = _authority.Issue("a.example");
        Put(Expired());
        await StartAsync();
        Import(imported);

        await LookAsync();

        Assert.Equal(imported.Sha256, Current().Sha256);
    }

    [Fact]
    public async Task What_is_dropped_goes_before_what_was_imported()
    {
        var dropped = _authority.Issue("a.example");
        Import(_authority.Issue("a.example"));
        Put(dropped);

        await StartAsync();

        Assert.Equal(dropped.Sha256, Current().Sha256);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Names_that_are_left_out_are_a_warning_or_a_refusal(bool isRequired)
    {
        Put(_authority.Issue("a.example"));

        await StartAsync(
            Setting.Of("Certificates:Names", "a.example;b.example"),
            Setting.Of("Certificates:RequireNames", isRequired ? "true" : "false")
        );

        Assert.Equal(
            isRequired ? "self-signed" : "manual",
            _receiver!.Services.GetRequiredService<ServedCertificates>().Current.Default.Source
        );
        var told = isRequired ? Assert.Single(Status().Refusals).Reason : Assert.Single(Status().Concerns);
        Assert.Contains("b.example", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_kept_is_told_and_the_certificate_served()
    {
        var good = _authority.Issue("a.example");
        // Where the directory of all copies should be.
        var inTheWay = _directory.Write("certs/lineages", "");
        Put(good);

        var served = await StartAsync();

        Assert.Equal(good.Sha256, served.Certificate.Sha256);
        Assert.Contains(
            "no copy could be kept",
            Assert.Single(Status().Certificates).Warnings[^1],
            StringComparison.Ordinal
        );
        File.Delete(inTheWay);
        await LookAsync();
        Assert.NotNull(Assert.Single(Status().Certificates).Generation);
        Assert.Equal(good.Sha256, Current().Sha256);
    }

    [Fact]
    public async Task Files_of_the_same_name_and_another_kind_are_told_apart()
    {
        Put(_authority.Issue("a.example"));
        await File.WriteAllBytesAsync(
            _directory.File("certs/manual/tls.pfx"),
            _authority.Issue("a.example").Pfx(password: null)
        );

        await StartAsync();

        Assert.Contains("same name", Assert.Single(Status().Refusals).Reason, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        if (_receiver is not null)
        {
            await _receiver.DisposeAsync();
        }
    }

    public void Dispose() => _directory.Dispose();

    private async Task<Served> StartAsync(params KeyValuePair<string, string?>[] settings)
    {
        _receiver = await RunningReceiver.StartAsync(_directory, settings);
        var served = _receiver.Services.GetRequiredService<ServedCertificates>().Current.Default;
        var shown = await TlsClient.ShownAsync(_receiver.Webhook, "a.example", root: null);
        Assert.Equal(served.Certificate.Sha256, shown.Sha256);
        return served;
    }

    private Task LookAsync() =>
        _receiver!.Services.GetRequiredService<ServedCertificates>().LookAsync(Look.Settled, CancellationToken.None);

    private CertificateStatus Status() => _receiver!.Services.GetRequiredService<StatusReading>().Now();

    private ServedStatus Current() => Status().Certificates[0];

    private TestCertificate Expired() =>
        _authority.Issue(["a.example"], TestKey.P256, _now.AddDays(-20), _now.AddDays(-1));

    private void Put(TestCertificate certificate, TestCertificate? keyOf = null)
    {
        _directory.Write("certs/manual/tls.key", (keyOf ?? certificate).KeyPem);
        _directory.Write("certs/manual/tls.crt", certificate.FullChainPem);
    }

    private void Import(TestCertificate certificate)
    {
        var lineages = new NotifyReceiver.Certificates.Lineages.LineageDirectory(
            NotifyReceiver.Certificates.CertificateOptions.In(_directory.File("certs"))
        );
        lineages
            .Open("imported-a.example-00000000")
            .Commit(
                certificate.Candidate,
                new(
                    _now,
                    certificate.Sha256,
                    ["a.example"],
                    new DateTimeOffset(certificate.Leaf.NotBefore),
                    new DateTimeOffset(certificate.Leaf.NotAfter),
                    "a test"
                )
            );
    }
}
