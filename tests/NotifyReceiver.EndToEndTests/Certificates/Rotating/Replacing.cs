using NotifyReceiver.EndToEndTests.Support;

namespace NotifyReceiver.EndToEndTests.Certificates.Rotating;

/// <summary>The ways in which people and tools put another pair in the place of one.</summary>
internal sealed class Replacing(TemporaryDirectory directory)
{
    private static readonly TimeSpan HalfWritten = TimeSpan.FromSeconds(1.5);

    private int _count;

    /// <summary>Each time in another way.</summary>
    public async Task NextAsync(IssuedPair pair)
    {
        Directory.CreateDirectory(directory.PathOf("certs/manual"));
        _count++;
        switch (_count % 6)
        {
            case 0:
                Write("tls.crt", pair.CertificatePem);
                Write("tls.key", pair.KeyPem);
                break;
            case 1:
                RenameOver("tls.key", pair.KeyPem);
                RenameOver("tls.crt", pair.CertificatePem);
                break;
            case 2:
                await InHalvesAsync(pair);
                break;
            case 3:
                ByLinks(pair);
                break;
            case 4:
                Write("tls.key", pair.KeyPem);
                await Task.Delay(HalfWritten, TimeProvider.System);
                Write("tls.crt", pair.CertificatePem);
                break;
            default:
                WholeDirectory(pair);
                break;
        }
    }

    private string In(string name) => directory.PathOf($"certs/manual/{name}");

    private void Write(string name, string text)
    {
        // Through a link it would go to what the link leads to, as a person's editor does it too.
        File.WriteAllText(In(name), text);
    }

    private void RenameOver(string name, string text)
    {
        var beside = directory.PathOf($"beside-{name}");
        File.WriteAllText(beside, text);
        File.Move(beside, In(name), overwrite: true);
    }

    private async Task InHalvesAsync(IssuedPair pair)
    {
        Write("tls.key", pair.KeyPem);
        Write("tls.crt", pair.CertificatePem[..(pair.CertificatePem.Length / 2)]);
        await Task.Delay(HalfWritten, TimeProvider.System);
        Write("tls.crt", pair.CertificatePem);
    }

    // As certbot: a generation of its own, and the links swapped one after the other.
    private void ByLinks(IssuedPair pair)
    {
        foreach (var (name, text) in new[] { ("tls.key", pair.KeyPem), ("tls.crt", pair.CertificatePem) })
        {
            var target = directory.PathOf($"archive-{_count}-{name}");
            File.WriteAllText(target, text);
            var link = directory.PathOf($"link-{name}");
            File.CreateSymbolicLink(link, target);
            File.Move(link, In(name), overwrite: true);
        }
    }

    private void WholeDirectory(IssuedPair pair)
    {
        var next = Directory.CreateDirectory(directory.PathOf($"manual-{_count}")).FullName;
        File.WriteAllText(Path.Combine(next, "tls.crt"), pair.CertificatePem);
        File.WriteAllText(Path.Combine(next, "tls.key"), pair.KeyPem);
        Directory.Move(directory.PathOf("certs/manual"), directory.PathOf($"before-{_count}"));
        Directory.Move(next, directory.PathOf("certs/manual"));
    }
}
