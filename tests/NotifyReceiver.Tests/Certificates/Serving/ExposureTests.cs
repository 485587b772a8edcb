using Microsoft.Extensions.DependencyInjection;
using NotifyReceiver.Certificates.Manual;
using NotifyReceiver.Certificates.Serving;
using NotifyReceiver.Certificates.Status;
using NotifyReceiver.Tests.Certificates.Support;
using NotifyReceiver.Tests.Support;

namespace NotifyReceiver.Tests.Certificates.Serving;

/// <summary>Files and directories that others on the machine can read or write.</summary>
public sealed class ExposureTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryDirectory _directory = new();
    private readonly TestCertificate _certificate = TestAuthority.Create(TimeProvider.System).Issue("a.example");

    [Theory]
    [InlineData(Owner, false)]
    [InlineData(Owner | UnixFileMode.GroupRead, true)]
    [InlineData(Owner | UnixFileMode.OtherRead, true)]
    public async Task A_key_that_others_can_read_is_served_and_warned_about(UnixFileMode mode, bool isExposed)
    {
        _directory.Write("certs/manual/tls.crt", _certificate.FullChainPem);
        File.SetUnixFileMode(_directory.Write("certs/manual/tls.key", _certificate.KeyPem), mode);

        await using var receiver = await RunningReceiver.StartAsync(_directory);

        var served = Assert.Single(receiver.Services.GetRequiredService<StatusReading>().Now().Certificates);
        Assert.Equal(_certificate.Sha256, served.Sha256);
        Assert.Equal(isExposed, served.Warnings.Any(it => it.Contains("chmod 600", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_a_directory_where_everybody_writes_no_key_is_kept()
    {
        _directory.Write("certs/manual/tls.crt", _certificate.FullChainPem);
        _directory.Write("certs/manual/tls.key", _certificate.KeyPem);
        File.SetUnixFileMode(_directory.File("certs"), (UnixFileMode)0b111_111_111);

        await using var receiver = await RunningReceiver.StartAsync(_directory);

        var served = Assert.Single(receiver.Services.GetRequiredService<StatusReading>().Now().Certificates);
        Assert.Equal(_certificate.Sha256, served.Sha256);
        Assert.Contains("chmod 700", served.Warnings[^1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(_directory.File("certs/lineages")));
        File.SetUnixFileMode(_directory.File("certs"), (UnixFileMode)0b111_000_000);
        await receiver
            .Services.GetRequiredService<ServedCertificates>()
            .LookAsync(Look.Settled, CancellationToken.None);
        Assert.True(Directory.Exists(_directory.File("certs/lineages")));
    }

    public void Dispose() => _directory.Dispose();
}
