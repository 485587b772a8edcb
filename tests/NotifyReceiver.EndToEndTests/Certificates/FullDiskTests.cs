using NotifyReceiver.EndToEndTests.Support;
using Xunit.Abstractions;

namespace NotifyReceiver.EndToEndTests.Certificates;

/// <summary>The disk with the certificates is full to the last byte. What is dropped is served all the same, and kept when there is room.</summary>
public sealed class FullDiskTests(ITestOutputHelper log)
{
    private const string Host = "a.example";
    private const int Megabytes = 16;

    [FactOnADisk(Timeout = Deadline.OfTest)]
    public async Task What_cannot_be_kept_is_served_and_told()
    {
        await using var installation = new Installation(log);
        await using var disk = await Disk.MountAsync(installation, Megabytes, "certs");
        var ca = new TestCa();
        // The admin's own files lie on another disk.
        Directory.CreateDirectory(installation.Directory.PathOf("drops"));
        File.CreateSymbolicLink(installation.Directory.PathOf("certs/manual"), "../drops");
        Drop(ca.Issue(Host));
        var program = await installation.StartAsync();
        disk.Fill();
        await FillTheRestAsync();
        var next = ca.Issue(Host);

        Drop(next);

        await Door.WaitUntilShownAsync(program, Host, next.Sha256);
        var full = await installation.RunAsync("cert", "status");
        Assert.Contains("no copy could be kept", full.Output, StringComparison.Ordinal);
        disk.MakeRoom();
        var reload = await installation.RunAsync("cert", "reload");
        Assert.True(reload.ExitCode == 0, $"{reload}");
        Assert.DoesNotContain("no copy could be kept", reload.Output, StringComparison.Ordinal);
        Assert.Contains(next.Sha256, reload.Output, StringComparison.Ordinal);
        await program.KillAsync();

        // Files as small as keys find room where large ones do not.
        async Task FillTheRestAsync()
        {
            var script = "for n in $(seq 2000); do head -c 4096 /dev/zero > certs/rest-$n || break; done; sync";
            await installation.RunOtherAsync("sh", "-c", script);
        }

        void Drop(IssuedPair pair)
        {
            installation.Directory.Write("drops/tls.key", pair.KeyPem);
            installation.Directory.Write("drops/tls.crt", pair.CertificatePem);
        }
    }
}
