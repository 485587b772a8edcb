using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Starting;

public sealed class FirstStartTests(ITestOutputHelper log)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string KeyFile = "data/api-key";
    private const string CertificateFile = "certs/self-signed/tls.crt";
    private const string CertificateKeyFile = "certs/self-signed/tls.key";

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_key_is_made_and_shown_and_kept_for_its_owner_alone()
    {
        await using var installation = new Installation(log);

        var program = await installation.StartAsync();

        var key = installation.Directory.Read(KeyFile).Trim();
        Assert.Matches("^[0-9a-f]{32,}$", key);
        Assert.Equal(1, CountOf(key, program.Output));
        Assert.Equal(OwnerOnly, installation.Directory.ModeOf(KeyFile));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_key_is_not_shown_where_a_journal_keeps_what_is_written()
    {
        await using var installation = new Installation(log);
        installation.Settings["JOURNAL_STREAM"] = "8:12345";

        var program = await installation.StartAsync();

        Assert.Contains("data/api-key", program.Output, StringComparison.Ordinal);
        Assert.Equal(0, CountOf(installation.ApiKey, program.Output));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task A_certificate_is_made_whose_key_only_its_owner_reads()
    {
        await using var installation = new Installation(log);

        await installation.StartAsync();

        Assert.Contains("BEGIN CERTIFICATE", installation.Directory.Read(CertificateFile), StringComparison.Ordinal);
        Assert.Contains("PRIVATE KEY", installation.Directory.Read(CertificateKeyFile), StringComparison.Ordinal);
        Assert.Equal(OwnerOnly, installation.Directory.ModeOf(CertificateKeyFile));
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task It_says_that_it_is_a_dry_run_and_that_the_station_is_an_example()
    {
        await using var installation = new Installation(log);

        var program = await installation.StartAsync();

        await program.WaitForOutputAsync("profiles");
        Assert.Contains("dry run: Ationet:BaseUrl is not set", program.Output, StringComparison.Ordinal);
        Assert.Contains("an example, location 12345", program.Output, StringComparison.Ordinal);
    }

    [Fact(Timeout = Deadline.OfTest)]
    public async Task The_next_start_keeps_key_and_certificate_and_shows_no_key()
    {
        await using var installation = new Installation(log);
        var first = await installation.StartAsync();
        var key = installation.Directory.ReadBytes(KeyFile);
        var certificate = installation.Directory.ReadBytes(CertificateFile);
        await first.TerminateAsync();
        await first.WaitForExitAsync();

        var second = await installation.StartAsync();

        Assert.Equal(key, installation.Directory.ReadBytes(KeyFile));
        Assert.Equal(certificate, installation.Directory.ReadBytes(CertificateFile));
        Assert.Equal(0, CountOf(installation.ApiKey, second.Output));
        var answer = await installation.Curl.PostSampleAsync(Samples.FuelInvoice);
        Assert.Equal(202, answer.Status);
    }

    private static int CountOf(string part, string text) => text.Split(part).Length - 1;
}
