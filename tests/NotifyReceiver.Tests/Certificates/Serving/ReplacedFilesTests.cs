using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Serving;

/// <summary>Files are replaced in every way that people and tools do it, while the service serves.</summary>
public sealed class ReplacedFilesTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = TestAuthority.Create(TimeProvider.System);
    private readonly TestCertificate _first;
    private readonly TestCertificate _second;
    private RunningReceiver _receiver = null!;

    public ReplacedFilesTests()
    {
        _first = _authority.Issue("localhost");
        _second = _authority.Issue("localhost");
    }

    private string Manual => _directory.File("certs/manual");

    private ServedCertificates Served => _receiver.Services.GetRequiredService<ServedCertificates>();

    public async Task InitializeAsync()
    {
        Put(_first);
        _receiver = await RunningReceiver.StartAsync(_directory);
    }

    [Fact]
    public async Task In_place()
    {
        Put(_second);

        await LookAndExpectAsync(_second);
    }

    [Fact]
    public async Task Renamed_over()
    {
        _directory.Write("new.crt", _second.FullChainPem);
        _directory.Write("new.key", _second.KeyPem);
        File.Move(_directory.File("new.key"), Path.Combine(Manual, "tls.key"), overwrite: true);
        File.Move(_directory.File("new.crt"), Path.Combine(Manual, "tls.crt"), overwrite: true);

        await LookAndExpectAsync(_second);
    }

    [Fact]
    public async Task As_certbot_swaps_its_links()
    {
        Directory.Delete(Manual, recursive: true);
        _directory.Write("archive/fullchain1.pem", _first.FullChainPem);
        _directory.Write("archive/privkey1.pem", _first.KeyPem);
        _directory.Write("archive/fullchain2.pem", _second.FullChainPem);
        _directory.Write("archive/privkey2.pem", _second.KeyPem);
        Directory.CreateDirectory(Path.Combine(Manual, "localhost"));
        Link("localhost/fullchain.pem", "../../../archive/fullchain1.pem");
        Link("localhost/privkey.pem", "../../../archive/privkey1.pem");
        await LookAndExpectAsync(_first);

        Link("localhost/privkey.pem", "../../../archive/privkey2.pem");
        Link("localhost/fullchain.pem", "../../../archive/fullchain2.pem");

        await LookAndExpectAsync(_second);
    }

    [Fact]
    public async Task As_Kubernetes_swaps_its_directory()
    {
        Directory.Delete(Manual, recursive: true);
        _directory.Write("certs/manual/..one/tls.crt", _first.FullChainPem);
        _directory.Write("certs/manual/..one/tls.key", _first.KeyPem);
        _directory.Write("certs/manual/..two/tls.crt", _second.FullChainPem);
        _directory.Write("certs/manual/..two/tls.key", _second.KeyPem);
        Link("..data", "..one");
        Link("tls.crt", "..data/tls.crt");
        Link("tls.key", "..data/tls.key");
        await LookAndExpectAsync(_first);

        Link("..data", "..two");

        await LookAndExpectAsync(_second);
    }

    [Fact]
    public async Task The_whole_directory()
    {
        _directory.Write("other/tls.crt", _second.FullChainPem);
        _directory.Write("other/tls.key", _second.KeyPem);
        Directory.Move(Manual, _directory.File("before"));
        Directory.Move(_directory.File("other"), Manual);

        await LookAndExpectAsync(_second);
    }

    [Fact]
    public async Task The_target_behind_a_link()
    {
        File.Delete(Path.Combine(Manual, "tls.crt"));
        File.Delete(Path.Combine(Manual, "tls.key"));
        _directory.Write("elsewhere/tls.crt", _first.FullChainPem);
        _directory.Write("elsewhere/tls.key", _first.KeyPem);
        Link("tls.crt", "../../elsewhere/tls.crt");
        Link("tls.key", "../../elsewhere/tls.key");
        await LookAndExpectAsync(_first);

        _directory.Write("elsewhere/tls.crt", _second.FullChainPem);
        _directory.Write("elsewhere/tls.key", _second.KeyPem);

        await LookAndExpectAsync(_second);
    }

    [Theory]
    [InlineData("tls.crt")]
    [InlineData("tls.key")]
    public async Task One_file_first_and_the_other_long_after(string first)
    {
        Put(_second, only: first);
        await LookAndExpectAsync(_first);
        Assert.NotNull(Refusal());

        Put(_second);

        await LookAndExpectAsync(_second);
        Assert.Null(Refusal());
    }

    [Fact]
    public async Task What_is_half_written_is_nobodys_mistake_until_it_stays_so()
    {
        Put(_second, only: "tls.key");
        await Served.LookAsync(Look.InPassing, CancellationToken.None);
        Assert.Null(Refusal());
        Put(_second);
        await LookAndExpectAsync(_second);

        Assert.Null(Refusal());
        Assert.DoesNotContain(
            _receiver.Services.GetRequiredService<NotifyReceiver.Certificates.CertificateCounts>().Judged.Keys,
            key => !key.WasTaken
        );
    }

    [Theory]
    [InlineData("../nowhere")]
    [InlineData("tls.crt")]
    public async Task A_link_that_leads_nowhere_or_to_itself(string target)
    {
        File.Delete(Path.Combine(Manual, "tls.crt"));
        File.CreateSymbolicLink(Path.Combine(Manual, "tls.crt"), target);

        await LookAndExpectAsync(_first);
        Assert.Contains("cannot be read", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_cannot_be_read()
    {
        // Root may read everything but a directory.
        File.Delete(Path.Combine(Manual, "tls.key"));
        Directory.CreateDirectory(Path.Combine(Manual, "tls.key"));

        await LookAndExpectAsync(_first);
        Assert.Contains("cannot be read", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_gone_leave_what_they_gave()
    {
        Directory.Delete(Manual, recursive: true);

        await LookAndExpectAsync(_first);
        Assert.Contains("gone", Assert.Single(Status().Certificates).Warnings[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_that_are_removed_are_kept_anew()
    {
        Directory.Delete(_directory.File("certs/lineages"), recursive: true);

        await LookAndExpectAsync(_first);
        Assert.NotNull(Assert.Single(Status().Certificates).Generation);
    }

    [Fact]
    public async Task Where_files_and_copies_are_removed_the_service_serves_on_until_it_ends()
    {
        Directory.Delete(_directory.File("certs"), recursive: true);

        await LookAndExpectAsync(_first);
        Assert.Contains(
            Assert.Single(Status().Certificates).Warnings,
            warning => warning.Contains("after a restart", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task By_a_pfx_with_a_password_beside_it()
    {
        File.Delete(Path.Combine(Manual, "tls.crt"));
        File.Delete(Path.Combine(Manual, "tls.key"));
        await File.WriteAllBytesAsync(Path.Combine(Manual, "tls.pfx"), _second.Pfx("sesame"));
        await File.WriteAllTextAsync(Path.Combine(Manual, "tls.pass"), "sesame\n");

        await LookAndExpectAsync(_second);
    }

    [Fact]
    public async Task The_watch_does_all_this_by_itself()
    {
        Put(_second);

        await Eventually.TrueAsync(() => Served.Current.Default.Certificate.Sha256 == _second.Sha256);

        Assert.Equal(_second.Sha256, (await ShownAsync()).Sha256);
    }

    [Fact]
    public async Task A_later_start_serves_the_last_good_one_whatever_stands_there()
    {
        Put(_second, only: "tls.key");
        await _receiver.DisposeAsync();

        _receiver = await RunningReceiver.StartAsync(_directory);

        Assert.Equal(_first.Sha256, (await ShownAsync()).Sha256);
        Assert.NotNull(Refusal());
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose() => _directory.Dispose();

    private async Task LookAndExpectAsync(TestCertificate expected)
    {
        await Served.LookAsync(Look.InPassing, CancellationToken.None);
        await Served.LookAsync(Look.InPassing, CancellationToken.None);
        var shown = await ShownAsync();
        Assert.Equal(expected.Sha256, shown.Sha256);
        Assert.Equal(2, shown.ChainLength);
    }

    private Task<Shown> ShownAsync() => TlsClient.ShownAsync(_receiver.Webhook, "localhost", _authority.Root);

    private CertificateStatus Status() => _receiver.Services.GetRequiredService<StatusReading>().Now();

    private string? Refusal() => Status().Refusals.SingleOrDefault()?.Reason;

    private void Put(TestCertificate certificate, string? only = null)
    {
        if (only is null or "tls.key")
        {
            _directory.Write("certs/manual/tls.key", certificate.KeyPem);
        }
        if (only is null or "tls.crt")
        {
            _directory.Write("certs/manual/tls.crt", certificate.FullChainPem);
        }
    }

    // As ln -sfn does it: the new link is renamed over the old one.
    private void Link(string name, string target)
    {
        var link = Path.Combine(Manual, name);
        var beside = Path.Combine(Path.GetDirectoryName(link)!, "..new-link");
        File.CreateSymbolicLink(beside, target);
        using var move = Process.Start("mv", ["--no-target-directory", "--force", beside, link]);
        move.WaitForExit();
        Assert.Equal(0, move.ExitCode);
    }
}
